import { mostExtensionDays } from "#app/domain/applications/correction.ts";
import { needsReason, type OfficeMove, officeMoves } from "#app/domain/applications/office-moves.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { UnsettledYear } from "#app/domain/shared/working-days.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { OfficerChoice } from "#app/features/applications/office/list-choices.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { staffApplicationMessages } from "#app/i18n/messages/staff-application.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { CalendarWarning } from "../calendar-warning.tsx";

interface Refused {
  refusal: keyof (typeof staffApplicationMessages)["zh"]["refusals"];
  intent: string;
  reason: string;
  days?: string;
}

interface ActsProps {
  locale: Locale;
  now: Date;
  head: FoundApplication;
  officers: readonly OfficerChoice[];
  self: string;
  /** Years more working days could reach into without a final table of holidays. */
  unsettled: readonly UnsettledYear[];
  mayAct: boolean;
  mayDealOut: boolean;
  refused: Refused | undefined;
}

/** What can be done with the application now, and by whom. */
export function ApplicationActs(props: ActsProps) {
  const { locale, head, mayAct, refused } = props;
  const t = staffApplicationMessages[locale];
  if (!mayAct) return null;
  const moves = officeMoves.filter((move) => transition(head.state, move, "officer") !== null);
  const field =
    refused?.refusal === "reason"
      ? refused.intent === "extend"
        ? "#extend-reason"
        : "#reason"
      : refused?.refusal === "extension_days"
        ? "#days"
        : refused?.refusal === "call_open"
          ? "#evenThoughOpen"
          : "#acts";
  const check = head.state === "submitted" || head.state === "formal_review";
  return (
    <section aria-labelledby="acts" id="acts-section">
      <h2 id="acts" tabIndex={-1}>
        {t.act.title}
      </h2>
      {refused && <ErrorSummary errors={[{ href: field, text: t.refusals[refused.refusal] }]} />}
      <Panel fill className="grid gap-3">
        {check && <CheckAct {...props} />}
        {moves.length > 0 && <MoveActs {...props} moves={moves} />}
        {head.state === "supplement_required" && <ExtendAct {...props} />}
        {head.state === "ic_review" && (
          <LinkButton size="sm" variant="primary" href={`/staff/applications/${head.id}/decision`}>
            {t.act.decision}
          </LinkButton>
        )}
        {!check && moves.length === 0 && !otherActs.includes(head.state) && (
          <p className="muted">{t.act.none}</p>
        )}
        <OfficerAct {...props} />
      </Panel>
    </section>
  );
}

/** States in which there is something to do that is neither a check nor a move. */
const otherActs: readonly string[] = ["ic_review", "supplement_required"];

/** More working days for the company's correction. */
function ExtendAct({ locale, head, unsettled, refused }: ActsProps) {
  const t = staffApplicationMessages[locale].act;
  const mine = refused?.intent === "extend" ? refused : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>{t.extend}</summary>
      {head.dueAt && <p className="muted my-1 text-sm">{t.extendFrom(formatDeadline(locale, head.dueAt))}</p>}
      <CalendarWarning className="my-2" years={unsettled} locale={locale} />
      <form method="post" noValidate>
        <input type="hidden" name="version" value={head.version} />
        <TextInput
          id="days"
          name="days"
          label={t.extendDays}
          hint={t.extendDaysHint(mostExtensionDays)}
          width="xs"
          defaultValue={mine?.days ?? ""}
          errors={mine?.refusal === "extension_days" ? [t.extendDaysHint(mostExtensionDays)] : []}
          control={{ inputMode: "numeric" }}
        />
        <TextArea
          id="extend-reason"
          name="reason"
          label={t.reason}
          hint={t.extendReasonHint}
          rows={3}
          errors={mine?.refusal === "reason" ? [t.reasonError] : []}
          defaultValue={mine?.reason ?? ""}
        />
        <Button size="sm" name="intent" value="extend">
          {t.extend}
        </Button>
      </form>
    </details>
  );
}

function CheckAct({ locale, now, head }: ActsProps) {
  const t = staffApplicationMessages[locale].act;
  if (head.state === "formal_review")
    return (
      <LinkButton size="sm" variant="primary" href={`/staff/applications/${head.id}/check`}>
        {t.continueCheck}
      </LinkButton>
    );
  const open = head.closesAt !== null && isBefore(now, head.closesAt);
  return (
    <form method="post" noValidate>
      <input type="hidden" name="version" value={head.version} />
      {open && <Checkbox id="evenThoughOpen" name="evenThoughOpen" label={t.openCall} />}
      <Button size="sm" variant="primary" name="intent" value="start">
        {t.start}
      </Button>
    </form>
  );
}

function MoveActs({ locale, head, moves, refused }: ActsProps & { moves: readonly OfficeMove[] }) {
  const t = staffApplicationMessages[locale];
  const words = applicationStateMessages[locale].move;
  const [plain, explained] = [moves.filter((move) => !needsReason(move)), moves.filter(needsReason)];
  return (
    <>
      {plain.length > 0 && (
        <form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="version" value={head.version} />
          {plain.map((move, index) => (
            <Button
              key={move}
              size="sm"
              name="intent"
              value={move}
              {...(index === 0 ? { variant: "primary" as const } : {})}
            >
              {words[move]}
            </Button>
          ))}
        </form>
      )}
      {explained.map((move) => (
        <details key={move} open={refused?.intent === move}>
          <summary>{words[move]}</summary>
          <form method="post" noValidate>
            <input type="hidden" name="version" value={head.version} />
            <TextArea
              id="reason"
              name="reason"
              label={t.act.reason}
              hint={t.act.reasonHint}
              rows={3}
              errors={refused?.intent === move && refused.refusal === "reason" ? [t.act.reasonError] : []}
              defaultValue={refused?.intent === move ? refused.reason : ""}
            />
            <Button size="sm" variant="danger" name="intent" value={move}>
              {words[move]}
            </Button>
          </form>
        </details>
      ))}
    </>
  );
}

function OfficerAct({ locale, head, officers, self, mayDealOut }: ActsProps) {
  const t = staffApplicationMessages[locale].act;
  if (!mayDealOut) return null;
  const others = officers.filter(({ id }) => id !== head.officerId);
  return (
    <form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="version" value={head.version} />
      {head.officerId !== self && officers.some(({ id }) => id === self) && (
        <Button size="sm" name="intent" value="claim">
          {t.claim}
        </Button>
      )}
      <label>
        <span className="sr-only">{t.chooseOfficer}</span>
        <select name="officer" className="select w-36" defaultValue="">
          <option value="">{t.chooseOfficer}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button size="sm" name="intent" value="assign">
        {t.assign}
      </Button>
    </form>
  );
}
