// The contact beside the chart: the contact's own page, without the frame around it.

export class Drawer {
  constructor(root) {
    this.root = root;
    this.element = root.querySelector("#drawer");
    this.body = root.querySelector("#drawer-body");
    this.id = null;
    this.pattern = root.dataset.contact;
    this.element.querySelector("[data-close]").addEventListener("click", () => this.close());
    this.body.addEventListener("click", (event) => this.#follow(event));
  }

  get isOpen() {
    return !this.element.hidden;
  }

  address(id) {
    return this.pattern.replace("ID", encodeURIComponent(id));
  }

  async open(id, { focus = false } = {}) {
    if (!id || (this.isOpen && this.id === id)) return;
    const push = !this.isOpen;
    this.id = id;
    this.element.hidden = false;
    this.root.classList.add("with-drawer");
    this.element.querySelector("[data-whole]").href = this.address(id);
    this.body.setAttribute("aria-busy", "true");
    this.remember({ push });
    const text = await this.#fetch(id);
    if (this.id !== id) return; // another contact was chosen meanwhile
    this.body.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
    this.body.removeAttribute("aria-busy");
    this.body.scrollTop = 0;
    if (focus) this.body.focus();
  }

  /** Back closes it as well: where opening it made an entry of the history, closing leaves that entry. */
  close() {
    if (!this.isOpen) return;
    if (history.state?.drawer && new URLSearchParams(location.search).has("contact")) history.back();
    else this.hide();
  }

  hide() {
    if (!this.isOpen) return;
    const id = this.id;
    this.id = null;
    this.element.hidden = true;
    this.root.classList.remove("with-drawer");
    this.remember();
    document.dispatchEvent(new CustomEvent("contact:closed", { detail: { id } }));
  }

  /** A contact named in the drawer opens in it, unless another window is asked for. */
  #follow(event) {
    const link = event.target.closest("a[data-opens-contact]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const detail = { id: link.dataset.opensContact, open: true, focus: true };
    document.dispatchEvent(new CustomEvent("contact:select", { detail }));
  }

  async #fetch(id) {
    try {
      const response = await fetch(this.address(id), { headers: { "HX-Request": "true" } });
      if (response.ok && !response.url.includes("sign-in")) return await response.text();
    } catch {
      // said below
    }
    return "<p class='notice error'>This contact could not be loaded. Its whole page may say why.</p>";
  }

  /** The address names the open contact, so that it can be sent to somebody. */
  remember({ push = false } = {}) {
    const query = new URLSearchParams(location.search);
    if ((query.get("contact") ?? null) === this.id) return;
    if (this.id) query.set("contact", this.id);
    else query.delete("contact");
    const address = `${location.pathname}?${query}`;
    if (push) history.pushState({ drawer: true }, "", address);
    else history.replaceState(history.state, "", address);
  }
}
