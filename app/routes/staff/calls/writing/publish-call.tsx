import type { CallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { DifferenceTable } from "./difference-table.tsx";

interface Props {
  writing: CallInWriting;
  mayPublish: boolean;
  refused: { at: string; error: string; reason: string } | undefined;
  locale: Locale;
}

/** What publishing would change, and the button that does it. */
export function PublishCall({ writing, mayPublish, refused, locale }: Props) {
  const t = callWritingMessages[locale];
  const { call, changes, draftVersion, opened, problems } = writing;
  const ready =
    mayPublish &&
    draftVersion > 0 &&
    (!call.listed || changes.length > 0) &&
    problems.every(({ level }) => level === "warning");
  return (
    <section id="publish" className="mt-8" tabIndex={-1}>
      <h2>{t.changes}</h2>
      {!call.listed && <p>{t.firstTime}</p>}
      {call.listed && changes.length === 0 && <p>{t.noChanges}</p>}
      {changes.length > 0 && <DifferenceTable changes={changes} caption={t.changes} locale={locale} />}
      {ready && (
        <form method="post" className="measure mt-4" noValidate>
          <h3>{t.publish}</h3>
          <p className="muted">{opened ? t.publishOpenHint : t.publishHint}</p>
          <input type="hidden" name="callVersion" value={call.version} />
          <input type="hidden" name="draftVersion" value={draftVersion} />
          {opened && (
            <TextArea
              id="reason"
              name="reason"
              label={t.correctionReason}
              rows={2}
              defaultValue={refused?.reason ?? ""}
              errors={refused?.at === "reason" ? [refused.error] : []}
            />
          )}
          <Button name="publish" value="1" variant="primary">
            {opened ? t.correctSubmit : t.publishSubmit}
          </Button>
        </form>
      )}
    </section>
  );
}
