import { scrollAtEdges } from "./scroll-at-edges.ts";

/** Before a mouse has gone this far, it is a click. */
const leastPx = 6;
/** How far from a row the pointer may be and still mean it. */
const reachPx = 48;

interface Drop {
  row: HTMLElement;
  side: "before" | "after" | "into";
}

/**
 * Rows of the outline are also moved by the pointer, by their grip or, with a mouse, by the whole row; the buttons
 * beside them do the same.
 */
export function dragRows(outline: HTMLFormElement): void {
  for (const row of outline.querySelectorAll<HTMLElement>("[data-row] > .builder-row")) row.prepend(grip());
  // The browser would drag the link instead.
  outline.addEventListener("dragstart", (event) => event.preventDefault());
  outline.addEventListener("pointerdown", (down) => {
    const target = down.target as Element;
    const line = target.closest<HTMLElement>(".builder-row");
    const row = line?.parentElement;
    const isGrip = target.closest(".builder-grip") !== null;
    const isRow = down.pointerType === "mouse" && !target.closest("button");
    if (!row || down.button !== 0 || !(isGrip || isRow)) return;
    if (isGrip) down.preventDefault();
    follow(outline, row, down);
  });
}

/** For pointers only: the keyboard has the buttons. */
function grip(): HTMLElement {
  const handle = document.createElement("span");
  handle.className = "builder-grip";
  handle.setAttribute("aria-hidden", "true");
  return handle;
}

function follow(outline: HTMLFormElement, row: HTMLElement, down: PointerEvent): void {
  const kind = kindOf(row);
  const rows = [...outline.querySelectorAll<HTMLElement>("[data-row]")].filter(
    (other) => !row.contains(other),
  );
  let [x, y] = [down.clientX, down.clientY];
  let drop: Drop | undefined;
  let isDragging = false;
  const scroll = scrollAtEdges(() => y, look);

  function look(): void {
    mark(drop, false);
    drop = dropAt(rows, kind, y);
    mark(drop, true);
  }
  function move(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) return;
    [x, y] = [event.clientX, event.clientY];
    if (!isDragging && Math.hypot(x - down.clientX, y - down.clientY) < leastPx) return;
    if (!isDragging) begin();
    event.preventDefault();
    look();
  }
  function begin(): void {
    isDragging = true;
    row.dataset["dragged"] = "";
    // With the pointer captured, what it was pressed on is not clicked when it is let go.
    outline.setPointerCapture(down.pointerId);
    scroll.start();
  }
  function end(event: Event): void {
    if (event instanceof PointerEvent && event.pointerId !== down.pointerId) return;
    if (event instanceof KeyboardEvent && event.key !== "Escape") return;
    stop.abort();
    scroll.stop();
    mark(drop, false);
    delete row.dataset["dragged"];
    if (!isDragging) return;
    if (event.type === "pointerup" && drop) send(outline, row, drop);
  }
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener("pointermove", move, { signal, passive: false });
  for (const ending of ["pointerup", "pointercancel", "keydown"]) addEventListener(ending, end, { signal });
}

const kindOf = (row: HTMLElement): string => row.dataset["row"]?.split("~")[0] ?? "";

function mark(drop: Drop | undefined, on: boolean): void {
  if (!drop) return;
  if (on) drop.row.dataset["drop"] = drop.side;
  else delete drop.row.dataset["drop"];
}

/** Beside the nearest row of the same kind, or into a closed section, which shows none. */
function dropAt(rows: readonly HTMLElement[], kind: string, y: number): Drop | undefined {
  let nearest: { row: HTMLElement; distance: number } | undefined;
  for (const row of rows) {
    const { top, bottom } = row.getBoundingClientRect();
    const isInside = y >= top && y < bottom;
    if (isInside && takes(row, kind)) return { row, side: "into" };
    if (kindOf(row) !== kind) continue;
    const distance = isInside ? 0 : Math.min(Math.abs(y - top), Math.abs(y - bottom));
    if (!nearest || distance < nearest.distance) nearest = { row, distance };
  }
  if (!nearest || nearest.distance > reachPx) return undefined;
  const { top, height } = nearest.row.getBoundingClientRect();
  return { row: nearest.row, side: y < top + height / 2 ? "before" : "after" };
}

const takes = (row: HTMLElement, kind: string): boolean =>
  row.dataset["closed"] !== undefined && ["group", "question", "rule", "advice"].includes(kind);

function send(outline: HTMLFormElement, row: HTMLElement, drop: Drop): void {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "moveTo";
  field.value = [row.dataset["row"], drop.side, drop.row.dataset["row"]].join("|");
  outline.append(field);
  outline.submit();
}
