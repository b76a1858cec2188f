/**
 * Keyboard for lists: j/k move, Enter opens, s goes to the scores, n opens what is next, / finds, ? shows the keys.
 * Every key has a link or a box beside it.
 */

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

const nextReview = () => document.querySelector<HTMLAnchorElement>("a[data-next-review]");
const firstOpen = () => links().find((link) => link.dataset["rowLink"] === "open");

/** The row one stands on, at its score sheet; what is to be declared first goes there. */
function score(): void {
  const at = links().find((link) => link === document.activeElement) ?? nextReview() ?? firstOpen();
  if (at) location.assign(`${at.href}#sheet`);
}

const actions: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  s: score,
  n: () => (nextReview() ?? firstOpen())?.click(),
  "?": () => document.querySelector<HTMLElement>(".keys")?.focus(),
  "/": () => document.querySelector<HTMLInputElement>(".query input")?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
