// Completes names of actors as one types: the list of a field is fetched for what stands in it.
const list = document.getElementById("actors-found");
let timer = 0;
let asked = "";

document.addEventListener("input", (event) => {
  if (!list || event.target.getAttribute("list") !== list.id) return;
  clearTimeout(timer);
  timer = setTimeout(() => complete(event.target.value.trim()), 180);
});

async function complete(words) {
  if (words.length < 2 || words === asked) return;
  asked = words;
  const answer = await fetch(`${list.dataset.find}?q=${encodeURIComponent(words)}`, {
    headers: { Accept: "application/json" },
  });
  // Somebody typed on, or was signed out: the field works without the list.
  if (!answer.ok || words !== asked) return;
  const { actors } = await answer.json();
  list.replaceChildren(
    ...actors.map(({ label, also }) => {
      const option = document.createElement("option");
      option.value = label;
      if (also) option.label = `${label} – ${also}`;
      return option;
    }),
  );
}
