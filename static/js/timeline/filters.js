// Applies the filter as it is chosen, and opens and closes the sheet that it is on a phone.
import { show } from "./page.js";

const DEFAULTS = { match: "any", side_match: "all", lanes: "actor" };
const SLOW = new Set(["text", "search"]);

/** The query string of the form, without what says nothing. */
export function formQuery(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name === "sort" || !value || DEFAULTS[name] === value) continue;
    query.append(name, value);
  }
  const sort = new URLSearchParams(location.search).get("sort");
  if (sort) query.set("sort", sort);
  if (!query.has("actor")) query.delete("match");
  if (!query.has("side")) query.delete("side_match");
  const conditions = [...query.keys()].filter((name) => !["lanes", "sort"].includes(name));
  if (!conditions.length) query.set("all", "1");
  return query.toString();
}

export function watchFilters(root) {
  const form = root.querySelector("#filters");
  let timer = 0;
  const apply = () => {
    clearTimeout(timer);
    const query = formQuery(form);
    if (query !== location.search.slice(1)) show(query);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 450);
  };

  // The search box stands in the header and belongs to the form: listen where both are.
  document.addEventListener("change", (event) => {
    if (event.target.form !== form) return;
    SLOW.has(event.target.type) ? soon() : apply();
  });
  document.addEventListener("input", (event) => {
    if (event.target.form === form && event.target.type === "search") soon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-apply]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(link.search.slice(1));
  });
  watchSheet(root, form);
}

function watchSheet(root, form) {
  const opener = root.querySelector("[data-open-filters]");
  const toggle = (open) => {
    document.body.classList.toggle("filters-open", open);
    (open ? form.querySelector("[data-close-filters]") : opener).focus({ preventScroll: true });
  };
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    toggle(true);
  });
  form.querySelector("[data-close-filters]").addEventListener("click", (event) => {
    event.preventDefault();
    toggle(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("filters-open")) toggle(false);
  });
}
