// The reader's choice of colours: "auto" follows the system. Loaded before the first paint, so not a module.
(function () {
  const root = document.documentElement;
  root.classList.add("with-script");

  function stored() {
    try {
      return localStorage.getItem("theme") || "auto";
    } catch {
      return "auto"; // storage can be refused (private windows): the system decides
    }
  }

  function apply(theme) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  }

  function announce() {
    document.dispatchEvent(new CustomEvent("themechange"));
  }

  function choose(theme) {
    apply(theme);
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // lasts for this page only
    }
    announce();
  }

  apply(stored());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", announce);
  document.addEventListener("DOMContentLoaded", () => {
    const fieldset = document.querySelector("[data-theme-choice]");
    if (!fieldset) return;
    fieldset.hidden = false;
    const current = fieldset.querySelector(`input[value="${stored()}"]`);
    if (current) current.checked = true;
    fieldset.addEventListener("change", (event) => choose(event.target.value));
  });
})();
