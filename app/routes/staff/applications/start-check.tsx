import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { staffApplicationMessages } from "#app/i18n/messages/staff-application.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";

interface StartCheckProps {
  locale: Locale;
  now: Date;
  head: FoundApplication;
  mayCheck: boolean;
  refusal: string | undefined;
}

/** Instead of the checklist while nobody has it in hand: start it, or read that it has ended. */
export function StartCheck({ locale, now, head, mayCheck, refusal }: StartCheckProps) {
  const t = formalCheckPageMessages[locale].page;
  const { act, refusals } = staffApplicationMessages[locale];
  const startable = head.state === "submitted" || head.state === "formal_review";
  if (!startable)
    return (
      <Panel fill>
        <h2>{t.closed}</h2>
        <p className="muted">{t.closedText}</p>
      </Panel>
    );
  const again = head.state === "formal_review";
  const open = !again && head.closesAt !== null && isBefore(now, head.closesAt);
  const known = refusal && refusal in refusals ? refusals[refusal as keyof typeof refusals] : undefined;
  return (
    <Panel fill>
      <h2>{again ? t.startAgain : t.notStarted}</h2>
      {known && <ErrorSummary errors={[{ href: open ? "#evenThoughOpen" : "#start", text: known }]} />}
      <p className="muted mb-3">{again ? t.startAgainText : t.notStartedText}</p>
      {mayCheck ? (
        <form method="post" noValidate>
          <input type="hidden" name="version" value={head.version} />
          {open && <Checkbox id="evenThoughOpen" name="evenThoughOpen" label={act.openCall} />}
          <Button id="start" variant="primary" name="intent" value="start">
            {again ? t.startAgain : t.start}
          </Button>
        </form>
      ) : (
        <p>{staffMessages[locale].notYours}</p>
      )}
    </Panel>
  );
}
