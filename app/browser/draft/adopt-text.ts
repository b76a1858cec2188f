import { movedCaret } from "#app/domain/forms/merge-text.ts";

/** Puts a merged text into its box while somebody may be typing in it: the caret stays between the same words. */
export function adoptText(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (control.value === text) return;
  const { value, selectionStart, selectionEnd, scrollTop } = control;
  control.value = text;
  if (selectionStart === null || selectionEnd === null || document.activeElement !== control) return;
  control.setSelectionRange(movedCaret(value, text, selectionStart), movedCaret(value, text, selectionEnd));
  control.scrollTop = scrollTop;
}
