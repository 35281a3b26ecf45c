// What of the figure depends on the width of the page, and the strip of articles read.

const NARROW = 640;
const LINE = 15;
/** pixels: a chart higher than this has its dates above as well */
const HIGH = 520;
const DATES = 30;

/** The figure for a width: lane labels stand in the margin, or above their lanes where the page is narrow. */
export function fitWidth(figure, width) {
  const narrow = width < NARROW;
  const { data, layout } = narrow ? spread(figure) : figure;
  const { lanes } = layout.meta;
  const datesAbove = layout.height > HIGH;
  const margin = { t: datesAbove ? 8 + DATES : 8, b: 40, r: 12, l: 12, pad: 0 };
  const height = layout.height + (datesAbove ? DATES : 0);
  const meta = { ...layout.meta, datesAbove };
  const names = layout.yaxis.ticktext;
  if (narrow) {
    const annotations = lanes.map((lane, i) => ({
      ...LABEL, text: lane.group ? `${names[i]}, ${plain(lane.group)}` : names[i], x: 0, xanchor: "left", y: lane.top, yanchor: "top", font: { size: 11 },
    })); // prettier-ignore
    const yaxis = { ...layout.yaxis, showticklabels: false };
    return { data, layout: { ...layout, height, meta, width, margin, annotations, yaxis, dragmode: false } };
  }
  const widths = lanes.map((lane) => Math.max(textWidth(lane.label), textWidth(lane.group)));
  margin.l = Math.min(220, Math.ceil(Math.max(24, ...widths)) + 18);
  const annotations = lanes
    .filter((lane, i) => lane.group && lane.group !== lanes[i - 1]?.group)
    .map((lane) => ({
      ...LABEL, text: plain(lane.group), x: 0, xanchor: "right", xshift: -8, y: lane.top, yanchor: "bottom", yshift: -3,
      font: { size: 10.5 }, opacity: 0.8,
    })); // prettier-ignore
  return { data, layout: { ...layout, height, meta, width, margin, annotations, dragmode: "zoom" } };
}

/** The figure with room for a line of text above each lane. */
function spread({ data, layout }) {
  const tops = layout.meta.lanes.map((lane) => lane.top);
  const unit = (layout.height * (layout.yaxis.domain[1] - layout.yaxis.domain[0])) / -layout.yaxis.range[0];
  const room = LINE / unit;
  const lower = (y) => y === null ? null : y - room * tops.filter((top) => top >= y).length;
  const depth = layout.yaxis.range[0] - room * tops.length;
  const height = layout.height + LINE * tops.length;
  const strip = (layout.yaxis.domain[0] * layout.height) / height;
  return {
    data: data.map((trace) => (trace.yaxis === "y2" ? trace : { ...trace, y: trace.y.map(lower) })),
    layout: {
      ...layout,
      height,
      yaxis: { ...layout.yaxis, range: [depth, 0], domain: [strip, 1], tickvals: layout.yaxis.tickvals.map(lower) },
      yaxis2: { ...layout.yaxis2, domain: [0, strip * 0.66] },
      shapes: layout.shapes.map((shape) =>
        shape.yref === "y" ? { ...shape, y0: lower(shape.y0), y1: lower(shape.y1) } : shape,
      ),
      meta: {
        ...layout.meta,
        lanes: layout.meta.lanes.map((lane, i) => ({ ...lane, top: lane.top - room * i })),
      },
    },
  };
}

const LABEL = { xref: "paper", yref: "y", showarrow: false };

/** Text for plotly, which reads a little markup. */
function plain(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

let canvas = null;

function textWidth(text) {
  canvas ??= document.createElement("canvas").getContext("2d");
  canvas.font = `12.5px ${getComputedStyle(document.body).fontFamily}`;
  return canvas.measureText(text).width;
}

/** The figure with the number of articles read in each month. */
export function fillCoverage(figure, articles) {
  const strip = figure.data.find((trace) => trace.meta.part === "coverage");
  if (strip && articles) {
    strip.x = articles.months.map((month) => `${month}-01`);
    strip.y = articles.counts;
    strip.xperiod = "M1";
    strip.xperiodalignment = "middle";
  }
  const most = Math.max(0, ...(articles?.counts ?? []));
  figure.layout.yaxis2 = { ...figure.layout.yaxis2, range: [0, Math.max(1, most) * 1.05], showticklabels: false };
  figure.layout.meta.most = most;
  return figure;
}

/** Says what the strip is, and how high it is. */
export function coverageLabel({ layout }, colour) {
  const { most } = layout.meta;
  const height = most ? `, up to ${most.toLocaleString("en")}` : "";
  return {
    text: `articles read, by month of publication${height}`, x: 0, xref: "paper", xanchor: "left", xshift: 2, y: 1,
    yref: "y2 domain", yanchor: "bottom", showarrow: false, font: { size: 10.5, color: colour["ink-3"] },
  }; // prettier-ignore
}
