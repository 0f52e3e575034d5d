// Follows the story while it is played: takes over the new page's main part, unless somebody is in it.
const every = 1500;

async function follow() {
  const status = document.getElementById("status");
  const starting = status.dataset.state === "notplayed" && status.querySelector("code") === null;
  if (status.dataset.state !== "playing" && !starting) return;
  const answer = await fetch("/").catch(() => null);
  if (answer?.ok) show(await answer.text());
  setTimeout(follow, every);
}

function show(page) {
  const next = new DOMParser().parseFromString(page, "text/html");
  const status = document.getElementById("status");
  const [main, part] = [document.getElementById("main"), document.activeElement];
  const busy = part !== main && main.contains(part);
  if (busy) status.replaceWith(next.getElementById("status"));
  else main.replaceChildren(...next.getElementById("main").childNodes);
}

setTimeout(follow, every);
