// Live states in the list, many files in one drop, and which words belong to which contact.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 10000;

// --- states that go on by themselves ----------------------------------------------------------------------

function fragment(html) {
  // The server's own templates, which escape what users wrote.
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content;
}

function watch(address, show) {
  // Every second while something changes, more and more seldom while nothing does, not at all when hidden or settled.
  let pause = FIRST_PAUSE;
  async function ask() {
    if (document.hidden) {
      document.addEventListener("visibilitychange", ask, { once: true });
      return;
    }
    try {
      const response = await fetch(address, { headers: { Accept: "application/json" }, redirect: "error" });
      if (response.ok) {
        const states = await response.json();
        pause = show(states) ? FIRST_PAUSE : Math.min(pause * 1.4, LONGEST_PAUSE);
        if (!states.unsettled) return;
      } else {
        pause = LONGEST_PAUSE;
      }
    } catch {
      pause = LONGEST_PAUSE;
    }
    setTimeout(ask, pause);
  }
  setTimeout(ask, FIRST_PAUSE);
  return ask;
}

function showRows(states) {
  let changed = false;
  for (const { id, html } of states.rows) {
    const row = document.getElementById(`a-${id}`);
    const fresh = fragment(`<table><tbody>${html}</tbody></table>`).querySelector("tr");
    if (!row || row.dataset.version === fresh.dataset.version) continue;
    fresh.classList.add("just-changed");
    row.replaceWith(fresh);
    setTimeout(() => fresh.classList.remove("just-changed"), 1500);
    changed = true;
  }
  document.getElementById("tabs").replaceChildren(fragment(states.tabs));
  const summary = document.getElementById("summary");
  changed ||= summary.textContent !== states.summary;
  summary.textContent = states.summary;
  announce(states);
  return changed;
}

let announced = 0;

function announce(states) {
  // Screen readers hear how far it is every ten seconds, and the end at once.
  if (states.unsettled && Date.now() - announced < 10000) return;
  announced = Date.now();
  document.getElementById("live-summary").textContent = states.summary;
}

function liveList() {
  const table = document.querySelector("[data-live]");
  if (!table) return;
  const begin = () => watch(table.dataset.live, showRows);
  if (Number(table.dataset.unsettled)) begin();
  table.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-retry]");
    if (!form) return;
    event.preventDefault();
    form.querySelector("button").disabled = true;
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json" },
    }).catch(() => null);
    if (response?.ok) begin();
    else form.submit();
  });
}

function liveArticle() {
  const standing = document.querySelector("[data-watch]");
  if (!standing) return;
  const before = standing.dataset.state;
  watch(standing.dataset.watch, (states) => {
    if (!states.unsettled) location.reload();
    return before !== states.summary;
  });
}

// --- upload -----------------------------------------------------------------------------------------------

const FILES_A_REQUEST = 40;
const BYTES_A_REQUEST = 8 * 1024 * 1024;

function portions(files) {
  const all = [[]];
  let bytes = 0;
  for (const file of files) {
    const last = all.at(-1);
    if (last.length && (last.length === FILES_A_REQUEST || bytes + file.size > BYTES_A_REQUEST)) {
      all.push([file]);
      bytes = file.size;
    } else {
      last.push(file);
      bytes += file.size;
    }
  }
  return all;
}

function size(bytes) {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function showChosen(input) {
  const list = document.getElementById("chosen");
  const files = [...input.files];
  const items = files.slice(0, 200).map((file) => {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = file.name;
    const bytes = document.createElement("span");
    bytes.className = "muted";
    bytes.textContent = size(file.size);
    item.append(name, bytes);
    return item;
  });
  if (files.length > 200) {
    const more = document.createElement("li");
    more.textContent = `and ${(files.length - 200).toLocaleString("en")} more`;
    items.push(more);
  }
  list.replaceChildren(...items);
  list.hidden = !files.length;
  const label = files.length > 1 ? `Hand over ${files.length.toLocaleString("en")} files` : "Hand over";
  document.getElementById("send").textContent = label;
}

async function dropped(transfer) {
  // A dropped folder is opened, and those in it. The entries must be taken before the first wait.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  const files = [];
  while (entries.length) {
    const entry = entries.shift();
    if (entry.isFile) files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    else entries.push(...(await inside(entry.createReader())));
  }
  // What a system keeps for itself in every folder is nobody's article.
  return files.filter((file) => !file.name.startsWith("."));
}

async function inside(reader) {
  // A folder is told a hundred entries at a time, until nothing more comes.
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return all;
    all.push(...some);
  }
}

function howFar(sent, total, found) {
  if (total < 2) return "Handing over";
  const read = found ? `; ${found} of them tell contacts so far` : "";
  return `Handed over ${sent} of ${total} files${read}`;
}

class Refused extends Error {}

async function sendPortion(form, files, { first, text }) {
  const body = new FormData(form);
  body.delete("files");
  if (!text) body.set("text", "");
  for (const file of files) body.append("files", file, file.name);
  if (first) body.set("first", first);
  const response = await fetch(form.action || location.href, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    redirect: "error",
  });
  const type = response.headers.get("Content-Type") || "";
  if (response.ok && type.includes("json")) return response.json();
  if (response.status === 400 && type.includes("json")) {
    const { errors } = await response.json();
    throw new Refused(Object.values(errors).flat().map((error) => error.message).join(" "));
  }
  throw new Error(`The server answered ${response.status}.`);
}

function uploadPage() {
  const form = document.getElementById("upload-form");
  if (!form) return;
  const input = document.getElementById("id_files");
  const drop = document.getElementById("drop");
  const progress = document.getElementById("progress");
  const words = document.getElementById("progress-words");
  const button = document.getElementById("send");
  drop.querySelector(".drop-script").hidden = false;

  input.addEventListener("change", () => showChosen(input));
  showChosen(input);
  for (const type of ["dragover", "drop"]) {
    // A file dropped beside the area must not replace the page.
    window.addEventListener(type, (event) => event.preventDefault());
  }
  drop.addEventListener("dragover", () => drop.classList.add("over"));
  drop.addEventListener("dragleave", (event) => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove("over");
  });
  drop.addEventListener("drop", async (event) => {
    drop.classList.remove("over");
    const transfer = new DataTransfer();
    for (const file of [...input.files, ...(await dropped(event.dataTransfer))]) transfer.items.add(file);
    input.files = transfer.files;
    showChosen(input);
  });

  let waiting = null; // portions not sent yet, kept when the line breaks
  let sent = 0;
  let total = 0;
  let first = "";
  let address = "";
  let found = 0;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!waiting) {
      waiting = portions([...input.files]);
      total = input.files.length;
      sent = 0;
    }
    button.disabled = true;
    progress.hidden = false;
    progress.scrollIntoView({ block: "nearest" });
    const bar = progress.querySelector("progress");
    bar.max = Math.max(total, 1);
    try {
      while (waiting.length) {
        words.textContent = howFar(sent, total, found);
        // The pasted text goes with the first request.
        const answer = await sendPortion(form, waiting[0], { first, text: !first });
        ({ address, found } = answer);
        first ||= String(answer.first);
        sent += waiting.shift().length;
        bar.value = sent;
      }
      location.assign(address);
    } catch (error) {
      button.disabled = false;
      progress.classList.add("error");
      if (error instanceof Refused) {
        words.textContent = error.message;
        waiting = null;
      } else {
        words.textContent = `The line broke after ${sent} of ${total} files. Nothing is lost: press again to go on.`;
      }
    }
  });
}

// --- one article ------------------------------------------------------------------------------------------

function light(number) {
  const text = document.getElementById("text");
  text.classList.toggle("has-lit", Boolean(number));
  for (const mark of text.querySelectorAll("mark")) {
    mark.classList.toggle("lit", mark.dataset.mentions.split(" ").includes(number));
  }
  for (const card of document.querySelectorAll("[data-mention]")) {
    card.classList.toggle("lit", card.dataset.mention === number);
  }
}

function lightTogether() {
  // A contact's words and its card are lit together, by pointer and by keyboard.
  if (!document.getElementById("text")) return;
  const number = (target) =>
    target.closest?.("[data-mention]")?.dataset.mention ?? target.closest?.("mark")?.dataset.mentions.split(" ")[0];
  for (const type of ["pointerover", "focusin"]) {
    document.addEventListener(type, (event) => light(number(event.target)));
  }
}

liveList();
liveArticle();
uploadPage();
lightTogether();
