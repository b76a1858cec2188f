import type { RawValue } from "#app/domain/forms/raw-answers.ts";

export type CellControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const isCellControl = (node: unknown): node is CellControl =>
  (node instanceof HTMLInputElement && node.type !== "hidden") ||
  node instanceof HTMLSelectElement ||
  node instanceof HTMLTextAreaElement;

/** Puts an answer into a control, also one that the control would drop: wrong answers are kept and marked. */
export function putValue(control: CellControl, value: RawValue): void {
  const list = typeof value === "string" ? [value] : value;
  const text = list.at(-1) ?? "";
  if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
    control.checked = list.includes(control.value);
    return;
  }
  if (control instanceof HTMLSelectElement && text !== "" && !hasOption(control, text))
    control.append(new Option(text, text));
  control.value = text;
  // A date control drops what is no date; as text it stays.
  if (control instanceof HTMLInputElement && control.value !== text) {
    control.type = "text";
    control.value = text;
  }
}

const hasOption = (select: HTMLSelectElement, value: string): boolean =>
  [...select.options].some((option) => option.value === value);
