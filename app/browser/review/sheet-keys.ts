/** 1–9 jump to a criterion, Ctrl+Enter submits; arrows move between the radios by themselves. */
export function bindSheetKeys(sheet: HTMLFormElement, keys: readonly string[]) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      sheet.requestSubmit(sheet.querySelector<HTMLButtonElement>('button[value="submit"]'));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = keys[Number(event.key) - 1];
    if (key === undefined) return;
    event.preventDefault();
    const card = sheet.querySelector(`[data-criterion="${key}"]`);
    const radio =
      card?.querySelector<HTMLInputElement>("input:checked") ??
      card?.querySelector<HTMLInputElement>("input[type=radio]");
    radio?.focus();
    card?.scrollIntoView({ block: "center" });
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(target.type));
