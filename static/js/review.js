// The review queue by keyboard: each action carries its own key, so what a key does is what stands beside it.

const control = (key) => document.querySelector(`#queue [data-key="${CSS.escape(key)}"]`);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  const typing = event.target.closest("input, textarea, select");
  if (typing) {
    if (event.key === "Escape") typing.blur();
    return;
  }
  const found = event.key.length === 1 && control(event.key.toLowerCase());
  if (!found) return;
  event.preventDefault();
  if (found.matches("input")) found.focus();
  else found.click();
});

// One decision, once: a second press on a slow line would find the contact changed by the first.
for (const form of document.querySelectorAll("#queue form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
// A page taken from the browser's memory may be decided on again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("#queue form")) delete form.dataset.sent;
});
