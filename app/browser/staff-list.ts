/** Keyboard and running totals of the office's lists. Every key has a link, a box or a field beside it. */
import { formatWan } from "#app/domain/shared/money.ts";

const links = () => [...document.querySelectorAll<HTMLAnchorElement>("[data-row-link]")];
const boxes = () => [...document.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox][name=id]")];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== "checkbox"));

/** The row the focus is in; the first one while it is elsewhere. */
function currentRow(): HTMLTableRowElement | null {
  const inside = document.activeElement?.closest<HTMLTableRowElement>("tbody tr");
  return inside ?? null;
}

function move(step: number) {
  const all = links();
  const row = currentRow();
  const at = row ? all.findIndex((link) => row.contains(link)) : -1;
  const to = all[Math.min(all.length - 1, Math.max(0, at + step))];
  for (const link of all) link.closest("tr")?.classList.toggle("cursor", link === to);
  to?.focus();
  to?.scrollIntoView({ block: "nearest" });
}

function toggleRow() {
  const box = currentRow()?.querySelector<HTMLInputElement>("input[name=id]");
  if (!box) return;
  box.checked = !box.checked;
  showSelection();
}

const actions: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  x: toggleRow,
  "/": () => document.querySelector<HTMLInputElement>("[data-query-box]")?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

const zh = document.documentElement.lang.startsWith("zh");
const selectAll = document.querySelector<HTMLInputElement>("[data-select-all]");
const count = document.querySelector<HTMLElement>("[data-bulk-count]");
const sum = document.querySelector<HTMLElement>("[data-bulk-sum]");

function showSelection() {
  const all = boxes();
  const chosen = all.filter((box) => box.checked);
  for (const box of all) box.closest("tr")?.toggleAttribute("data-selected", box.checked);
  const amount = formatWan(chosen.reduce((total, box) => total + Number(box.dataset["amount"]), 0));
  if (count) {
    count.hidden = false;
    count.textContent = zh ? `已选${chosen.length}份` : `${chosen.length} selected`;
  }
  if (sum) {
    sum.hidden = chosen.length === 0;
    sum.textContent = zh ? `合计申请${amount}万元` : `RMB ${amount} × 10k together`;
  }
  if (selectAll) {
    selectAll.hidden = all.length === 0;
    selectAll.checked = chosen.length === all.length && all.length > 0;
    selectAll.indeterminate = chosen.length > 0 && chosen.length < all.length;
  }
}

selectAll?.addEventListener("change", () => {
  for (const box of boxes()) box.checked = selectAll.checked;
  showSelection();
});
document.addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.name === "id") showSelection();
});
// A browser that comes back restores ticked boxes without saying so.
addEventListener("pageshow", showSelection);
showSelection();
