// Follows the story while it is played: takes over the new page's main part, unless somebody is in it.
const every = 1500;

async function follow() {
  const status = document.getElementById("status");
  const starting = status.dataset.state === "notplayed" && status.querySelector("code") === null;
  if (status.dataset.state !== "playing" && !starting) return;
  setTimeout(follow, every);
  const answer = await fetch("/").catch(() => null);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [main, part] = [document.getElementById("main"), document.activeElement];
  const busy = part !== main && main.contains(part);
  if (busy) status.replaceWith(next.getElementById("status"));
  else main.replaceChildren(...next.getElementById("main").childNodes);
}

setTimeout(follow, every);
