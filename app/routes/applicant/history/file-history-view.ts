import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { Draft } from "#app/features/applications/find-draft.ts";
import type { Colleague } from "#app/features/applications/list-colleagues.ts";
import type { FileChange } from "#app/features/files/list-file-changes.ts";
import { formatFileSize, formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { draftHistoryMessages } from "#app/i18n/messages/draft-history.ts";
import { nameOf, type ShownChange } from "./history-view.ts";

interface Wanted {
  draft: Draft;
  changes: readonly FileChange[];
  colleagues: readonly Colleague[];
  personId: string;
  locale: Locale;
  now: Date;
}

/** Files that came, went and took each other's place, in words; those the reader may not see are not there. */
export function shownFileChanges({ draft, changes, locale, now, ...who }: Wanted): ShownChange[] {
  const t = draftHistoryMessages[locale];
  return changes.flatMap((change): ShownChange[] => {
    const { seq, at, by, questionKey, file, replaced } = change;
    const field = compileForm(draft.definition).questionByKey.get(questionKey)?.field;
    if (field?.type !== "file") return [];
    if (field.restricted === true && !draft.mayReadRestricted) return [];
    const gone = change.kind === "removed" ? file : replaced;
    const brings = draft.mayEdit && gone?.isKept ? gone : undefined;
    return [
      {
        ...{ key: `file ${seq}`, at, question: questionKey, label: field.label[locale], parts: [] },
        who: nameOf(by, { ...who, locale }),
        when: formatRecent(locale, at, now),
        note: wordsOf(change, locale),
        href: file.isThere
          ? { file: `/files/${file.id}`, name: t.openFileNamed({ name: file.name }) }
          : undefined,
        restore: brings && {
          ...{ fields: { file: brings.id }, button: gone === file ? t.restoreRemoved : t.restoreFile },
          name: t.restoreFileNamed({ name: brings.name }),
        },
      },
    ];
  });
}

function wordsOf({ kind, file, replaced }: FileChange, locale: Locale): string {
  const t = draftHistoryMessages[locale].file;
  const words = { name: file.name, size: formatFileSize(file.size) };
  if (kind === "added" || kind === "removed") return t[kind](words);
  if (!replaced) return t[kind === "restored" ? "returned" : "added"](words);
  return t[kind]({ ...words, old: replaced.name, oldSize: formatFileSize(replaced.size) });
}
