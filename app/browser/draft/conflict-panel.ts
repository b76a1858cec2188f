import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import type { Conflict } from "./draft-queue.ts";

interface Choices {
  /** Where it was no colleague who changed it. */
  words?: { title: string; useMine: string; useTheirs: string };
  mine: () => void;
  theirs: () => void;
}

/** Both texts beside the field, until the person says which one stays. */
export function showConflict(
  locale: Locale,
  control: HTMLElement,
  conflict: Conflict,
  choices: Choices,
): void {
  const t = sectionMessages[locale];
  const id = `${control.id}-conflict`;
  document.getElementById(id)?.remove();
  const { name, time, value, text } = conflict.theirs;
  // Nobody's name: what stands here differs from what this device kept.
  const isKept = name === "";
  const panel = document.createElement("div");
  panel.className = "conflict notice notice--warn";
  panel.id = id;
  panel.setAttribute("role", "alert");
  panel.tabIndex = -1;
  panel.append(
    paragraph(isKept ? t.keptTitle : (choices.words?.title ?? t.conflictTitle), "font-semibold"),
    paragraph(
      value === null
        ? t.conflictRowGone({ name, time })
        : isKept
          ? t.keptTheirText
          : t.conflictTheirText({ name, time }),
      "mt-1",
    ),
  );
  if (value !== null) panel.append(quote(text === "" ? t.conflictEmpty : text));
  const close = (then: () => void) => () => {
    panel.remove();
    then();
    control.focus();
  };
  const buttons = paragraph("", "mt-2 flex flex-wrap gap-3");
  buttons.append(
    button(choices.words?.useMine ?? t.useMine, close(choices.mine)),
    button(choices.words?.useTheirs ?? t.useTheirs, close(choices.theirs)),
  );
  panel.append(buttons);
  placeOf(control).after(panel);
}

/** After the whole field; within a row, at the row's end. */
function placeOf(control: HTMLElement): HTMLElement {
  const notes = control.closest("tbody")?.querySelector<HTMLElement>(".own-2 td > :last-child");
  return notes ?? document.getElementById(`${control.id}-field`) ?? control;
}

function paragraph(text: string, className: string): HTMLElement {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function quote(text: string): HTMLElement {
  const element = document.createElement("blockquote");
  element.className = "conflict-text";
  element.textContent = text;
  return element;
}

function button(text: string, onClick: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "btn btn-sm";
  element.textContent = text;
  element.addEventListener("click", onClick);
  return element;
}
