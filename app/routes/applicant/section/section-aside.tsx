import { formatDateWithWeekday, formatTime } from "#app/i18n/format.ts";
import { draftHistoryMessages } from "#app/i18n/messages/draft-history.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { Glyph } from "#app/ui/glyph.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { SectionPresent } from "./section-present.tsx";
import { savedAt, type SectionView } from "./section-view.ts";

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
          <template data-glyph="warn">
            <Glyph name="warn" />
          </template>
          <template data-glyph="bad">
            <Glyph name="error" tone="bad" />
          </template>
        </div>
      )}
      {draft.mayEdit && draft.role !== "viewer" && view.colleagues.length > 1 && (
        <SectionPresent view={view} now={now} personId={personId} />
      )}
      {stored && (
        <p className="text-sm">
          <a href={`/applications/${draft.head.id}/sections/${section.section.key}/history`}>
            {draftHistoryMessages[locale].link}
          </a>
        </p>
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
