/** Rows of the outline are also moved by the pointer; the buttons beside them do the same. */
export function dragRows(outline: HTMLFormElement): void {
  let dragged: HTMLElement | undefined;
  let over: HTMLElement | undefined;

  const kindOf = (row: HTMLElement): string => row.dataset["row"]?.split("~")[0] ?? "";
  const rowOf = (target: EventTarget | null): HTMLElement | undefined =>
    (target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null) ?? undefined;
  /** The row of the dragged one's kind that the pointer is in, whatever lies deeper. */
  function placeOf(target: EventTarget | null): HTMLElement | undefined {
    const kind = dragged && kindOf(dragged);
    let row = rowOf(target);
    while (row && kindOf(row) !== kind) row = rowOf(row.parentElement);
    return row && dragged && !dragged.contains(row) ? row : undefined;
  }
  function mark(row: HTMLElement | undefined, side: string): void {
    if (over && over !== row) delete over.dataset["drop"];
    if (row) row.dataset["drop"] = side;
    over = row;
  }
  const sideOf = (row: HTMLElement, y: number): "before" | "after" => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2 ? "before" : "after";
  };

  for (const row of outline.querySelectorAll<HTMLElement>("[data-row]")) row.draggable = true;
  outline.addEventListener("dragstart", (event) => {
    // A link in the row is dragged as the row.
    dragged = rowOf(event.target);
    event.dataTransfer?.setData("text/plain", dragged?.dataset["row"] ?? "");
  });
  outline.addEventListener("dragover", (event) => {
    const row = placeOf(event.target);
    mark(row, row ? sideOf(row, event.clientY) : "");
    if (row) event.preventDefault();
  });
  outline.addEventListener("dragend", () => {
    mark(undefined, "");
    dragged = undefined;
  });
  outline.addEventListener("drop", (event) => {
    const row = placeOf(event.target);
    if (!row || !dragged) return;
    event.preventDefault();
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "moveTo";
    field.value = [dragged.dataset["row"], sideOf(row, event.clientY), row.dataset["row"]].join("|");
    outline.append(field);
    outline.submit();
  });
}
