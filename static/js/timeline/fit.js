// What of the figure depends on the width of the page, and the strip of articles read.

const NARROW = 640;

/** Lane labels stand in the margin, or within the lanes where the page is narrow. */
export function fitWidth(layout, width) {
  const labels = layout.yaxis.ticktext;
  const margin = { t: 8, b: 40, r: 12, l: 12, pad: 0 };
  if (width < NARROW) {
    const { edges, lanes } = layout.meta;
    const annotations = lanes.map((lane, i) => ({
      text: labels[i], x: 0, xref: "paper", xanchor: "left", y: edges[i], yref: "y", yanchor: "top",
      showarrow: false, font: { size: 10.5 }, opacity: 0.85,
    })); // prettier-ignore
    return { ...layout, margin, annotations, dragmode: false, yaxis: { ...layout.yaxis, showticklabels: false } };
  }
  const longest = Math.max(24, ...layout.meta.lanes.map((lane) => textWidth(lane.label)));
  return { ...layout, margin: { ...margin, l: Math.min(220, Math.ceil(longest) + 18) }, dragmode: "zoom" };
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
  figure.layout.yaxis2 = {
    ...figure.layout.yaxis2,
    range: [0, Math.max(1, most) * 1.1],
    tickvals: most ? [most] : [],
    ticktext: most ? [most.toLocaleString("en")] : [],
  };
  return figure;
}

/** Says what the strip is. */
export function coverageLabels(figure, colour) {
  return [
    {
      text: "articles read, by month", x: 0, xref: "paper", xanchor: "left", xshift: 2, y: 1, yref: "y2 domain",
      yanchor: "bottom", showarrow: false, font: { size: 10.5, color: colour["ink-3"] },
    },
  ]; // prettier-ignore
}
