// The dates in view: range buttons, sideways wheel, and telling the table.

const DAY = 86400000;

const iso = (time) => new Date(time).toISOString().slice(0, 10);

export function watchRange(root, chart) {
  const bar = root.querySelector("[data-ranges]");

  const whole = () => chart.figure.layout.xaxis.range.map((day) => Date.parse(day));
  const view = () => chart.element.layout.xaxis.range.map((day) => Date.parse(String(day).slice(0, 10)));
  const set = (first, last) => chart.plotly.relayout(chart.element, { "xaxis.range": [iso(first), iso(last)] });

  const actions = {
    years(button) {
      const [first, last] = whole();
      const years = Number(button.dataset.years);
      if (!years) return set(first, last);
      // The years that end with the contacts, not with today: a view of nothing helps nobody.
      return set(last - years * 365.25 * DAY, last);
    },
    zoom(button) {
      const [first, last] = view();
      const middle = (first + last) / 2;
      const half = Math.max(5 * DAY, ((last - first) / 2) * Number(button.dataset.zoom));
      return set(middle - half, middle + half);
    },
    pan(button) {
      const [first, last] = view();
      const by = (last - first) * 0.5 * Number(button.dataset.pan);
      return set(first + by, last + by);
    },
  };

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !chart.plotly) return;
    for (const name of Object.keys(actions)) if (name in button.dataset) actions[name](button);
  });

  chart.element.addEventListener(
    "wheel",
    (event) => {
      if (!chart.plotly) return;
      const [first, last] = view();
      if (event.ctrlKey) {
        const part = 1 + Math.min(0.5, Math.max(-0.5, event.deltaY / 100)) / 2;
        set((first + last) / 2 - ((last - first) / 2) * part, (first + last) / 2 + ((last - first) / 2) * part);
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        const by = ((last - first) * event.deltaX) / chart.element.clientWidth;
        set(first + by, last + by);
      } else return;
      event.preventDefault();
    },
    { passive: false },
  );

  return {
    /** After any change of the dates in view. */
    changed() {
      const [first, last] = view();
      const [start, end] = whole();
      const all = first <= start + DAY && last >= end - DAY;
      for (const button of bar.querySelectorAll("[data-years]")) {
        const years = Number(button.dataset.years);
        const pressed = years
          ? Math.abs(last - first - years * 365.25 * DAY) < 3 * DAY && Math.abs(last - end) < 3 * DAY
          : all;
        button.setAttribute("aria-pressed", String(pressed));
      }
      const detail = all ? null : { first: iso(first), last: iso(last) };
      document.dispatchEvent(new CustomEvent("range:changed", { detail }));
    },
  };
}
