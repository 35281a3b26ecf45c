// Gives the figure the colours of the style sheet: the server sends none, so that they follow the scheme.

const TOKENS = [
  "paper", "raised", "ink", "ink-2", "ink-3", "rule", "rule-strong", "accent", "warn",
  "kind-meeting", "kind-visit", "kind-call", "kind-message",
]; // prettier-ignore

/** The computed colours of the tokens: a custom property alone would still say light-dark(...). */
export function colours() {
  const probe = document.createElement("i");
  probe.hidden = true;
  document.body.append(probe);
  const found = {};
  for (const token of TOKENS) {
    probe.style.color = `var(--${token})`;
    found[token] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

/** "rgb(1, 2, 3)" with an opacity. */
export function fade(colour, opacity) {
  return colour.replace(/^rgba?\(([^)]*?)(,[^,]*)?\)$/, (_, first, last = "") => {
    const channels = `${first}${last}`.split(",").slice(0, 3).join(",");
    return `rgba(${channels}, ${opacity})`;
  });
}

/** A painted copy of one trace. */
export function paintTrace(trace, colour) {
  const own = colour[`kind-${trace.meta?.kind}`] ?? colour["ink-2"];
  switch (trace.meta?.part) {
    case "marks":
      return { ...trace, marker: paintMarks(trace.marker, own, colour) };
    case "spans":
      return { ...trace, line: { ...trace.line, color: fade(own, 0.38) } };
    case "strikes":
      return { ...trace, marker: { ...trace.marker, color: colour.ink } };
    case "conflicts":
      return { ...trace, marker: { ...trace.marker, color: colour.accent, line: { width: 0 } } };
    case "coverage":
      return { ...trace, marker: { color: fade(colour["ink-3"], 0.55), line: { width: 0 } } };
    case "bins":
      // With many months a gap between them would eat the cells.
      return { ...trace, colorscale: inkScale(colour), zmin: 0, xgap: trace.x.length < 150 ? 1 : 0 };
    default:
      return trace;
  }
}

/** Hollow marks are filled with paper, so that lines do not run through them; others get a rim of paper. */
function paintMarks(marker, own, colour) {
  const open = marker.symbol.map((symbol) => symbol.endsWith("-open"));
  return {
    ...marker,
    symbol: marker.symbol.map((symbol) => symbol.replace("-open", "")),
    size: marker.size.map((size, i) => (open[i] ? size - 1.5 : size)),
    color: open.map((hollow) => (hollow ? colour.paper : own)),
    line: {
      color: open.map((hollow) => (hollow ? own : colour.paper)),
      width: open.map((hollow) => (hollow ? 2 : 1)),
    },
  };
}

/** Darker is more; the first steps are steep because most months hold few contacts. */
function inkScale(colour) {
  return [
    [0, fade(colour.ink, 0.06)],
    [0.05, fade(colour.ink, 0.16)],
    [0.25, fade(colour.ink, 0.42)],
    [0.6, fade(colour.ink, 0.7)],
    [1, fade(colour.ink, 0.95)],
  ];
}

/** A date axis: days, months or years as far as one sees into it. */
function paintDates(axis, colour) {
  return {
    ...axis,
    range: [...axis.range], // plotly writes into it when the reader zooms
    gridcolor: fade(colour["rule-strong"], 0.35),
    linecolor: colour["rule-strong"],
    showline: true,
    ticks: "outside",
    ticklen: 4,
    tickcolor: colour["rule-strong"],
    tickfont: { size: 11.5 },
    zeroline: false,
    hoverformat: "%-d %b %Y",
    tickformatstops: [
      { dtickrange: [null, 86400000 * 25], value: "%-d %b\n%Y" },
      { dtickrange: [86400000 * 25, "M11"], value: "%b\n%Y" },
      { dtickrange: ["M12", null], value: "%Y" },
    ],
  };
}

/** The layout in the page's type and colours. */
export function paintLayout(layout, colour) {
  const style = getComputedStyle(document.body);
  const font = { family: style.fontFamily, size: 12, color: colour["ink-2"] };
  const xaxis = paintDates(layout.xaxis, colour);
  return {
    ...layout,
    font,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    xaxis,
    // The same dates above the lanes: of a high chart one sees the top first.
    ...(layout.meta.datesAbove && {
      xaxis2: {
        ...xaxis,
        anchor: "y",
        side: "top",
        overlaying: "x",
        matches: "x",
        tickmode: "auto", // by itself an overlaid axis takes the other's places, which may lie minutes before a year
        showgrid: false,
        showline: false,
      },
    }),
    yaxis: {
      ...layout.yaxis,
      showgrid: false,
      zeroline: false,
      tickfont: { size: 12.5, color: colour.ink },
      ticklen: 6,
      tickcolor: "rgba(0,0,0,0)",
    },
    yaxis2: {
      ...layout.yaxis2,
      showgrid: false,
      zeroline: false,
      tickfont: { size: 10.5, color: colour["ink-3"] },
    },
    shapes: layout.shapes.map((shape) => ({
      ...shape,
      line: { ...shape.line, color: shape.name === "today" ? colour.accent : fade(colour["rule-strong"], 0.45) },
    })),
    hoverlabel: {
      bgcolor: colour.raised,
      bordercolor: colour["rule-strong"],
      align: "left",
      font: { family: style.fontFamily, size: 12.5, color: colour.ink },
    },
  };
}
