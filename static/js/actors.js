// Completes names of actors and sides as one types: the list of a field is fetched for what stands in it.
let timer = 0;
let asked = "";

document.addEventListener("input", (event) => {
  const list = document.getElementById(event.target.getAttribute("list") ?? "");
  if (!list?.dataset.find) return;
  clearTimeout(timer);
  timer = setTimeout(() => complete(list, event.target.value.trim()), 180);
});

async function complete(list, words) {
  if (words.length < 2 || words === asked) return;
  asked = words;
  const answer = await fetch(`${list.dataset.find}?q=${encodeURIComponent(words)}`, {
    headers: { Accept: "application/json" },
  });
  // Somebody typed on, or was signed out: the field works without the list.
  if (!answer.ok || words !== asked) return;
  const { found } = await answer.json();
  list.replaceChildren(
    ...found.map(({ label, also }) => {
      const option = document.createElement("option");
      option.value = label;
      if (also) option.label = `${label} – ${also}`;
      return option;
    }),
  );
}
