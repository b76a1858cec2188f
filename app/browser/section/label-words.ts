/** What a control is called on the page, without its row and whether it may be left out. */
export function labelWords(control: HTMLElement | undefined): string {
  const label =
    control?.closest("fieldset.cell-boxes")?.querySelector("legend") ??
    (control && document.querySelector(`label[for="${control.id}"]`));
  const column = label?.querySelector(".own-c");
  if (column) return column.textContent;
  return [...(label?.childNodes ?? [])]
    .filter((node) => node instanceof Text)
    .map((node) => node.data)
    .join("")
    .trim();
}
