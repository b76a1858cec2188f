import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import type { DeviceStore } from "./device-store.ts";
import { type KeptDraft, pageOf } from "./kept-draft.ts";

interface KeptNote {
  id: string;
  draft: KeptDraft;
  isRefused: boolean;
  texts: readonly string[];
}

/** Says what is still kept on this device, with the texts themselves where there is no box to put them into. */
export function showKeptNotes(
  locale: Locale,
  store: DeviceStore,
  notes: readonly KeptNote[],
  withoutPlace: string,
): void {
  const place = document.querySelector<HTMLElement>("[data-kept]");
  if (!place) return;
  const t = sectionMessages[locale];
  place.replaceChildren(
    ...notes.map(({ id, draft, isRefused, texts }) => {
      const note = element("div", "notice notice--warn mt-5");
      const w = wordsOf(draft, locale);
      const url = pageOf(draft);
      const isElsewhere = !isRefused && location.pathname !== url;
      note.append(element("p", "", isRefused ? w.refused : isElsewhere ? w.elsewhere : withoutPlace));
      if (isElsewhere) {
        const link = element("a", "", w.open);
        link.setAttribute("href", url);
        note.append(link);
        return note;
      }
      note.append(...texts.map((text) => element("blockquote", "conflict-text", text)));
      const forget = element("button", "btn btn-sm mt-2", t.forgetKept);
      forget.setAttribute("type", "button");
      forget.addEventListener("click", () => void store.forget(id).then(() => note.remove()));
      note.append(forget);
      return note;
    }),
  );
}

function wordsOf({ kind }: KeptDraft, locale: Locale) {
  const t = sectionMessages[locale];
  return kind === "sheet"
    ? reviewMessages[locale].sheet.kept
    : { refused: t.keptRefused, elsewhere: t.keptElsewhere, open: t.openSection };
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
