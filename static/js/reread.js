// While a preview is under way, asks for the page again until the answer is there.
const PAUSE = 2000;

async function ask() {
  const response = await fetch(location.href).catch(() => null);
  const page = response?.ok && new DOMParser().parseFromString(await response.text(), "text/html");
  const state = page && page.querySelector("#preview-state");
  if (page && !state?.dataset.underWay) location.reload();
  else {
    if (state) document.querySelector("#preview-state").replaceChildren(...state.childNodes);
    setTimeout(ask, PAUSE);
  }
}

setTimeout(ask, PAUSE);
