/** Keyboard for lists: j/k move, Enter opens, n opens the most urgent, / finds. Every key has a link or a box beside it. */

const links = () => [...document.querySelectorAll<HTMLAnchorElement>("[data-row-link]")];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function move(step: number) {
  const all = links();
  const at = all.findIndex((link) => link === document.activeElement);
  const to = all[Math.min(all.length - 1, Math.max(0, at + step))];
  to?.focus();
  to?.scrollIntoView({ block: "nearest" });
}

const actions: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  n: () =>
    links()
      .find((link) => link.dataset["rowLink"] === "open")
      ?.click(),
  "/": () => document.querySelector<HTMLInputElement>(".query input")?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
