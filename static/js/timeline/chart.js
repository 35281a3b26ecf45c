// The chart: loads plotly.js after the page is there, draws the figure of the filter, and tells what is chosen in it.
import { colours, paintLayout, paintTrace } from "./paint.js";
import { watchRange } from "./range.js";
import { coverageLabel, fillCoverage, fitWidth } from "./fit.js";

const CONFIG = { displayModeBar: false, responsive: false, doubleClick: "reset", showTips: false };

let library = null;

function loadPlotly(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.js could not be loaded"));
    document.head.append(script);
  });
  return library;
}

async function fetchJson(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

export class Chart {
  constructor(root) {
    this.root = root;
    this.element = root.querySelector("#chart");
    this.note = root.querySelector("#chart-note");
    this.figure = null;
    this.selected = null;
    this.pending = null;
    this.range = watchRange(root, this);
  }

  /** Fetch and draw the figure of a query string. */
  async draw(query) {
    this.pending?.abort();
    this.pending = new AbortController();
    const { signal } = this.pending;
    const { figure, coverage, plotly } = this.root.dataset;
    try {
      const [loaded, fresh, articles] = await Promise.all([
        loadPlotly(plotly),
        fetchJson(figure + query, signal),
        // Without the strip the chart still stands.
        coverage ? fetchJson(coverage + query, signal).catch(() => null) : null,
      ]);
      this.plotly = loaded;
      this.figure = fillCoverage(fresh, articles);
      await this.#paint();
      this.note.textContent = noteOf(fresh.layout.meta);
    } catch (error) {
      if (error.name === "AbortError" || signal.aborted) return;
      this.note.textContent = "The chart could not be drawn; the table below has the same contacts.";
      console.error(error);
    }
  }

  repaint() {
    if (this.figure) this.#paint();
  }

  /** Ring the marks of a contact and join them across its lanes. */
  select(id) {
    this.selected = id;
    if (!this.fitted) return;
    const { x, y, size } = this.#marksOf(id);
    const last = this.element.data.length - 1;
    this.plotly.restyle(this.element, { x: [x], y: [y], "marker.size": [size] }, [last]);
  }

  /** The days in view. */
  get days() {
    const [first, last] = this.element.layout.xaxis.range.map((value) => String(value).slice(0, 10));
    return { first, last };
  }

  async #paint() {
    const colour = colours();
    this.fitted = fitWidth(this.figure, this.element.clientWidth);
    const { x, y, size } = this.#marksOf(this.selected);
    const ring = {
      type: "scatter", mode: "lines+markers", meta: { part: "selection" }, hoverinfo: "skip", x, y,
      line: { color: colour.accent, width: 1.5 },
      marker: { symbol: "circle-open", size, color: colour.accent, line: { width: 2 } },
    }; // prettier-ignore
    const traces = this.fitted.data.map((trace) => paintTrace(trace, colour));
    const layout = paintLayout(this.fitted.layout, colour);
    // An axis is drawn where a trace stands on it, though it shows nothing.
    const above = { type: "scatter", meta: { part: "dates" }, hoverinfo: "skip", x: [null], y: [null], xaxis: "x2" };
    layout.annotations = [...layout.annotations, coverageLabel(this.fitted, colour)];
    layout.uirevision = JSON.stringify(this.figure.layout.xaxis.range);
    await this.plotly.react(this.element, [...traces, ...(layout.xaxis2 ? [above] : []), ring], layout, CONFIG);
    this.#watch();
  }

  #watch() {
    if (this.watching) return;
    this.watching = true;
    this.element.on("plotly_click", ({ points: [point] }) => this.#clicked(point));
    this.element.on("plotly_relayout", () => this.range.changed());
    let width = this.element.clientWidth;
    new ResizeObserver(() => {
      if (this.element.clientWidth === width || !this.element.clientWidth) return;
      width = this.element.clientWidth;
      this.#paint();
    }).observe(this.element);
  }

  #clicked(point) {
    const { part } = point.data.meta ?? {};
    if (part === "marks") {
      const detail = { id: point.customdata, open: true };
      document.dispatchEvent(new CustomEvent("contact:select", { detail }));
    } else if (part === "bins") {
      const [year, month] = point.customdata.split("-").map(Number);
      const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
      const detail = { first: `${point.customdata}-01`, last };
      document.dispatchEvent(new CustomEvent("month:chosen", { detail }));
    }
  }

  #marksOf(id) {
    const found = [];
    for (const trace of this.fitted.data) {
      if (trace.meta.part !== "marks") continue;
      trace.customdata.forEach((contact, i) => {
        if (contact === id) found.push({ x: trace.x[i], y: trace.y[i], size: trace.marker.size[i] + 7 });
      });
    }
    found.sort((a, b) => b.y - a.y);
    return {
      x: found.map((mark) => mark.x),
      y: found.map((mark) => mark.y),
      size: found.map((mark) => mark.size),
    };
  }
}

function noteOf({ binned, marks }) {
  if (!binned) return "";
  const number = marks.toLocaleString("en");
  return `${number} marks are too many to draw one by one: each cell is a month, the stronger the more contacts. Choose a cell to see them.`;
}
