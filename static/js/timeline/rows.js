// The table in step with the chart: which row is selected, and which rows lie in the visible dates.

export class Rows {
  constructor(root) {
    this.root = root;
    this.selected = null;
    this.range = null;
    root.addEventListener("click", (event) => this.#clicked(event));
  }

  get all() {
    return [...this.root.querySelectorAll("tr[data-contact]")];
  }

  get visible() {
    return this.all.filter((row) => !row.hidden);
  }

  /** Mark the row of a contact, and bring it into view. */
  select(id, { scroll = true } = {}) {
    this.selected = id;
    for (const row of this.all) {
      const chosen = row.dataset.contact === id;
      row.classList.toggle("selected", chosen);
      if (chosen) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      if (chosen && scroll) row.scrollIntoView({ block: "nearest" });
    }
  }

  /** The contact that is so many rows after the selected one. */
  neighbour(step) {
    const rows = this.visible;
    const at = rows.findIndex((row) => row.dataset.contact === this.selected);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    return rows[Math.max(0, Math.min(rows.length - 1, next))]?.dataset.contact ?? null;
  }

  /** Give the keyboard back to a row. */
  focus(id) {
    this.root.querySelector(`tr[data-contact="${CSS.escape(id ?? "")}"] a`)?.focus({ preventScroll: true });
  }

  /** Show the rows that may lie between two days ("2024-01-31"), or all of them. */
  showRange(range) {
    this.range = range;
    const rows = this.all;
    for (const row of rows) {
      const { first, last } = row.dataset;
      row.hidden = Boolean(range && (!first || (last || first) < range.first || first > range.last));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    const note = document.getElementById("listing-note");
    if (note) {
      note.textContent =
        range && shown < rows.length ? `${shown} of ${rows.length} rows lie in the dates that the chart shows.` : "";
    }
  }

  /** After the table was replaced. */
  refresh() {
    this.showRange(null);
    if (this.selected) this.select(this.selected, { scroll: false });
  }

  #clicked(event) {
    const row = event.target.closest("tr[data-contact]");
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a");
    if ((link && !link.closest(".what")) || String(getSelection())) return;
    event.preventDefault();
    const detail = { id: row.dataset.contact, open: true };
    document.dispatchEvent(new CustomEvent("contact:select", { detail }));
  }
}
