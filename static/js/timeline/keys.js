// The keyboard: / search, j and k through the contacts, Enter opens, Escape closes, ? explains.

export function watchKeys({ rows, drawer, select }) {
  const help = document.getElementById("keys");
  const search = document.getElementById("search");

  const step = (by) => select(rows.neighbour(by));
  const actions = {
    "/": () => {
      search.focus();
      search.select();
    },
    "?": () => help.showModal(),
    j: () => step(1),
    k: () => step(-1),
    Enter: () => rows.selected && drawer.open(rows.selected, { focus: true }),
    Escape: () => drawer.close(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (event.key === "Escape") {
      if (event.target === search) search.blur();
      else actions.Escape();
      return;
    }
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    // Enter on a link or a button is theirs; on a row's link it opens the contact beside the chart by itself.
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.querySelector("#drawer [data-next]").addEventListener("click", () => step(1));
  document.querySelector("#drawer [data-previous]").addEventListener("click", () => step(-1));
}
