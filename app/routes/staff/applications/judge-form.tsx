import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

interface JudgeFormProps {
  id: string;
  personId: string;
  kind: string;
  fact: string;
  source: string;
  locale: Locale;
  /** Where it is posted to, when that is not the page itself. */
  action?: string;
}

/** Confirm or dismiss, with the grounds. */
export function JudgeForm({ id, personId, kind, fact, source, locale, action }: JudgeFormProps) {
  const t = assignMessages[locale].page;
  return (
    <form method="post" action={action} noValidate className="min-w-56">
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="fact" value={fact} />
      <input type="hidden" name="source" value={source} />
      <TextArea id={`note-${id}`} name="note" label={t.verdictNote} hint={t.verdictNoteHint} rows={2} />
      <p className="flex flex-wrap gap-2">
        <Button size="sm" name="intent" value="dismiss">
          {t.dismiss}
        </Button>
        <Button size="sm" variant="danger" name="intent" value="confirm">
          {t.confirm}
        </Button>
      </p>
    </form>
  );
}
