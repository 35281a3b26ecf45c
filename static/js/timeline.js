// The timeline page: connects the parts; each knows one thing and says what happened by an event on the document.
import { Chart } from "./timeline/chart.js";
import { Drawer } from "./timeline/drawer.js";
import { watchFilters } from "./timeline/filters.js";
import { watchKeys } from "./timeline/keys.js";
import { show } from "./timeline/page.js";
import { Rows } from "./timeline/rows.js";

const root = document.getElementById("timeline");
const rows = new Rows(root);
const drawer = new Drawer(root);
const chart = new Chart(root);

function select(id, { open = false, focus = false } = {}) {
  rows.select(id);
  chart.select(id);
  if (open || drawer.isOpen) drawer.open(id, { focus });
}

watchFilters(root);
watchKeys({ rows, drawer, select });

document.addEventListener("contact:select", (event) => select(event.detail.id, event.detail));
document.addEventListener("contact:closed", (event) => {
  chart.select(null);
  rows.focus(event.detail.id);
});
document.addEventListener("range:changed", (event) => rows.showRange(event.detail));
document.addEventListener("month:chosen", (event) => {
  const query = new URLSearchParams(location.search);
  query.delete("all");
  query.delete("page");
  query.set("date_from", event.detail.first);
  query.set("date_to", event.detail.last);
  show(query.toString());
});
document.addEventListener("timeline:shown", (event) => {
  chart.draw(location.search);
  rows.refresh();
  // Going back shows what was open then; another filter leaves the contact open.
  if (event.detail.push) drawer.remember();
  else revisit();
});
document.addEventListener("timeline:revisited", revisit);
document.addEventListener("themechange", () => chart.repaint());

chart.draw(location.search);
rows.refresh();
revisit();

/** Open the contact that the address names, and none where it names none. */
function revisit() {
  const linked = new URLSearchParams(location.search).get("contact");
  if (linked) select(linked, { open: true });
  else drawer.hide();
}
