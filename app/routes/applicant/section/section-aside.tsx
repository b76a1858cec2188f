import { formatDateWithWeekday, formatTime } from "#app/i18n/format.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { Glyph } from "#app/ui/glyph.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { presentIn, savedAt, type SectionView } from "./section-view.ts";

interface SectionAsideProps {
  view: SectionView;
  now: Date;
  personId: string;
}

/** Beside the questions: whether all is saved, who else is here, how to fill this in, and until when. */
export function SectionAside({ view, now, personId }: SectionAsideProps) {
  const { section, stored, draft, form } = view;
  const { locale } = form;
  const t = sectionMessages[locale];
  const saved = savedAt(stored);
  const due = draft.head.dueAt ?? draft.head.closesAt;
  const notes = section.section.notes ?? [];
  return (
    <aside className="grid gap-5 self-start max-lg:row-start-1 lg:sticky lg:top-6">
      {draft.mayEdit && (
        <div className="saved" data-saved="">
          <SavedMark {...(saved ? { time: formatTime(saved) } : {})} />
          {/* What the browser script says the other states with. */}
          <template data-glyph="ok">
            <Glyph name="ok" tone="ok" />
          </template>
          <template data-glyph="busy">
            <Glyph name="half" tone="accent" />
          </template>
          <template data-glyph="bad">
            <Glyph name="error" tone="bad" />
          </template>
        </div>
      )}
      {draft.mayEdit && draft.role !== "viewer" && view.colleagues.length > 1 && (
        <Present view={view} now={now} personId={personId} />
      )}
      {notes.length > 0 && (
        <details className="text-sm max-lg:hidden" open>
          <summary className="font-semibold">{t.howTo({ title: section.section.title[locale] })}</summary>
          <ul className="muted mt-2 list-disc space-y-1.5 pl-5">
            {notes.map((note) => (
              <li key={note.zh}>{note[locale]}</li>
            ))}
          </ul>
        </details>
      )}
      {due && (
        <div className="text-sm max-lg:hidden">
          <p className="muted">{draft.head.dueAt ? t.correctionDue : t.closes}</p>
          <p className="font-semibold">
            <span className="nowrap">{formatDateWithWeekday(locale, due)}</span> {formatTime(due)}
          </p>
        </div>
      )}
    </aside>
  );
}

function Present({ view, now, personId }: SectionAsideProps) {
  const { form } = view;
  const t = sectionMessages[form.locale];
  const present = presentIn(view, personId, now);
  return (
    <div className="text-sm max-lg:hidden">
      {present.length > 0 && (
        <>
          <h2 className="text-sm">{t.inThisSection}</h2>
          <ul className="mt-1">
            {present.map(({ name, path }) => (
              <li key={name}>{t.colleagueAt({ name, field: placeName(view, path) })}</li>
            ))}
          </ul>
        </>
      )}
      <p className="muted mt-1">{t.mergeNote}</p>
    </div>
  );
}

function placeName({ form }: SectionView, path: string): string {
  const [key = "", rowId, column] = path.split("/");
  const question = form.evaluation.form.questionByKey.get(key);
  if (!question) return key;
  const t = sectionMessages[form.locale];
  const label = question.field.label[form.locale];
  const row = rowId === undefined ? undefined : form.evaluation.allRows(key).find(({ id }) => id === rowId);
  const cell = column === undefined ? undefined : question.columnByKey.get(column)?.field;
  if (!row || !cell) return label;
  return t.cellPlace({ row: row.number, column: (cell.shortLabel ?? cell.label)[form.locale] });
}
