// Words marked in the article fill the form's first field, with their place in the text.

const text = document.getElementById("whole-text");
const quote = document.getElementById("id_quote");
const start = document.getElementById("id_start");

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  // The server counts code points, the browser UTF-16 units.
  start.value = [...before.toString()].length;
  quote.value = range.toString();
});

// Typed words have no place of their own.
quote.addEventListener("input", () => {
  start.value = "";
});
