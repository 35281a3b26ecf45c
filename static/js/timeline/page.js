// Shows another filter while the page stays: fetches what changes, puts it in place, keeps the address in step.

let pending = null;
let shown = filterOf(location.search);

/** The query string without the open contact, which changes while the filter stays. */
function filterOf(query) {
  const parameters = new URLSearchParams(query);
  parameters.delete("contact");
  return parameters.toString();
}

/** Show the contacts of a query string; with push, as a new entry of the history. */
export async function show(query, { push = true } = {}) {
  pending?.abort();
  pending = new AbortController();
  const address = `${location.pathname}?${query}`;
  document.body.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, {
      headers: { "HX-Request": "true" },
      signal: pending.signal,
    });
    // Signed out meanwhile, or an error page: let the browser show it.
    if (response.redirected || !response.ok) {
      location.assign(address);
      return;
    }
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    if (push) history.pushState(null, "", address);
    shown = filterOf(query);
    replaceParts(fresh);
    setControls(fresh);
    document.title = `${document.getElementById("headline").textContent} – Demarche`;
    document.dispatchEvent(new CustomEvent("timeline:shown", { detail: { push } }));
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
    else return;
  }
  document.body.removeAttribute("aria-busy");
}

/** Replace the regions that depend on the filter; focus stays on the control it was on. */
function replaceParts(fresh) {
  const held = heldControl();
  for (const name of ["part", "facet", "selected"]) {
    for (const region of document.querySelectorAll(`[data-${name}]`)) {
      const next = fresh.querySelector(`[data-${name}="${region.dataset[name]}"]`);
      if (next) region.replaceChildren(...next.childNodes);
    }
  }
  for (const region of document.querySelectorAll("[data-hide-empty]")) {
    region.hidden = fresh.querySelector("[data-hide-empty]").hidden;
  }
  const button = document.querySelector("[data-open-filters]");
  button.textContent = fresh.querySelector("[data-open-filters]").textContent;
  held?.()?.focus({ preventScroll: true });
}

/** How to find the focused control again once its region has been replaced. */
function heldControl() {
  const active = document.activeElement;
  if (!active?.closest("[data-part], [data-facet]")) return null;
  if (active.name) {
    return () => document.querySelector(`[name="${active.name}"][value="${CSS.escape(active.value)}"]`);
  }
  if (active.matches("th a")) return () => document.querySelector("th a");
  return () => document.getElementById("content");
}

/** Controls outside the replaced regions say what the new address says. */
function setControls(fresh) {
  const query = new URLSearchParams(location.search);
  for (const control of document.getElementById("filters").elements) {
    if (control === document.activeElement || control.closest("[data-facet]")) continue;
    if (control.type === "text" || control.type === "search") {
      control.value = fresh.getElementById(control.id)?.value ?? query.get(control.name) ?? "";
    } else if (control.type === "radio") {
      const next = fresh.querySelector(`[name="${control.name}"][value="${control.value}"]`);
      if (next) control.checked = next.hasAttribute("checked");
    }
  }
}

addEventListener("popstate", () => {
  if (filterOf(location.search) === shown) document.dispatchEvent(new CustomEvent("timeline:revisited"));
  else show(location.search.slice(1) || "all=1", { push: false });
});
