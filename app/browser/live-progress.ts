/** Keeps what is under way current; when it is over, the page is opened anew. Without it there is the link beside it. */

const everyMs = 1500;

async function look(): Promise<void> {
  const shown = document.querySelector("[data-live]");
  if (!shown) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-live]");
  if (!now) return location.reload();
  if (now.innerHTML !== shown.innerHTML) shown.replaceChildren(...now.childNodes);
}

async function watch(): Promise<void> {
  if (!document.querySelector("[data-live]")) return;
  await look();
  setTimeout(() => void watch(), everyMs);
}

setTimeout(() => void watch(), everyMs);
