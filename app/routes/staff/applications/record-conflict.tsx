import { conflictKinds } from "#app/domain/reviews/conflict-of-interest.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { conflictKindMessages } from "#app/i18n/messages/conflict-kinds.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

interface RecordConflictProps {
  people: readonly { id: string; name: string }[];
  locale: Locale;
  typed: Readonly<Record<string, string>> | undefined;
}

/** Others may report a conflict, and the office may know of one: it is recorded and confirmed in one act. */
export function RecordConflict({ people, locale, typed }: RecordConflictProps) {
  const t = assignMessages[locale].page;
  const again = typed?.["source"] === "office" ? typed : undefined;
  return (
    <details className="mt-6" open={again !== undefined}>
      <summary>{t.record}</summary>
      <form method="post" noValidate className="measure">
        <p className="muted">{t.recordText}</p>
        <input type="hidden" name="source" value="office" />
        <Select
          id="record-person"
          name="person"
          label={t.recordPerson}
          defaultValue={again?.["person"] ?? ""}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          id="record-kind"
          name="kind"
          label={t.recordKind}
          defaultValue={again?.["kind"] ?? ""}
          options={conflictKinds.map((kind) => ({ value: kind, label: conflictKindMessages[locale][kind] }))}
        />
        <TextArea
          id="record-note"
          name="note"
          label={t.verdictNote}
          hint={t.verdictNoteHint}
          rows={2}
          defaultValue={again?.["note"] ?? ""}
        />
        <Button variant="danger" name="intent" value="confirm">
          {t.recordSubmit}
        </Button>
      </form>
    </details>
  );
}
