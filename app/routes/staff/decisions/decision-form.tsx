import {
  type CallBudget,
  type DecisionField,
  decisionKinds,
  overBudgetBy,
} from "#app/domain/decisions/decision.ts";
import { decisionReasonGroups, decisionReasons, reasonFits } from "#app/domain/decisions/decision-reasons.ts";
import type { DecisionReasonCode } from "#app/domain/decisions/decision-reasons.ts";
import type { Fen } from "#app/domain/shared/money.ts";
import type { DecisionRecord } from "#app/features/decisions/decision-record.ts";
import { formatDateTime, formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { MoneyInput } from "#app/ui/money-input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { type FormProblem, problemText, type TypedDecision } from "./decision-form-data.ts";

interface DecisionFormProps {
  /** The recorded decision this one would take the place of. */
  recorded: DecisionRecord | undefined;
  amountRequestedFen: Fen | null;
  budget: CallBudget;
  typed: TypedDecision;
  problems: readonly FormProblem[];
  /** Whether it can be sent; otherwise what was typed is shown to be kept. */
  open: boolean;
}

export function DecisionForm(props: DecisionFormProps) {
  const { recorded, typed, problems, open } = props;
  const { locale } = usePage();
  const t = decisionMessages[locale].record;
  const field = (name: DecisionField) => ({
    ...{ id: name, name, defaultValue: typed[name] },
    errors: problems.filter((each) => each.field === name).map((each) => problemText(locale, each)),
  });
  return (
    <form method="post" className="measure mt-4" noValidate>
      {recorded && <Replaced recorded={recorded} />}
      <Notice className="mb-5">{t.embargo}</Notice>
      <RadioGroup
        {...field("kind")}
        label={t.kind}
        options={decisionKinds.map((kind) => ({
          value: kind,
          label: decisionReasonMessages[locale].kind[kind],
          hint: t.kindHints[kind],
        }))}
      />
      <DateInput {...field("meetingOn")} label={t.meetingOn} />
      <fieldset className="rule mt-6 pt-4">
        <legend className="float-left mb-3 w-full text-lg font-semibold">{t.approvalPart}</legend>
        <div className="clear-both">
          <Amount {...props} field={field("amount")} />
          <TextArea {...field("conditions")} label={t.conditions} hint={t.conditionsHint} rows={5} />
        </div>
      </fieldset>
      <fieldset className="rule mt-6 pt-4">
        <legend className="float-left mb-3 w-full text-lg font-semibold">{t.refusalPart}</legend>
        <div className="clear-both">
          <Select
            {...field("reasonCode")}
            label={t.reasonCode}
            hint={t.reasonCodeHint}
            options={reasonOptions(locale)}
          />
          <TextArea {...field("reasonText")} label={t.reasonText} hint={t.reasonTextHint} rows={5} />
        </div>
      </fieldset>
      {mayExceed(props) && <OverBudget field={field} />}
      {open && (
        <Button variant="primary" className="mt-4">
          {recorded ? t.supersedeSubmit : t.submit}
        </Button>
      )}
      <BrowserScript name="money-readout" />
    </form>
  );
}

/** Asked only where the approvals could come to more than the call's budget, or it was answered before. */
const mayExceed = ({ amountRequestedFen, budget, typed, problems }: DecisionFormProps): boolean =>
  overBudgetBy(budget, amountRequestedFen ?? 0) > 0 ||
  typed.overBudget !== "" ||
  problems.some(({ field }) => field === "overBudget");

function OverBudget({ field }: { field: (name: DecisionField) => AmountProps["field"] }) {
  const { locale } = usePage();
  const t = decisionMessages[locale].budget;
  const { defaultValue, ...tick } = field("overBudget");
  return (
    <fieldset className="rule mt-6 pt-4">
      <legend className="float-left mb-3 w-full text-lg font-semibold">{t.part}</legend>
      <div className="clear-both">
        <p className="muted mb-3 text-sm">{t.partHint}</p>
        <Checkbox {...tick} value="1" defaultChecked={defaultValue !== ""} label={t.tick} />
        <TextArea {...field("overBudgetReason")} label={t.reason} hint={t.reasonHint} rows={3} />
      </div>
    </fieldset>
  );
}

interface AmountProps extends DecisionFormProps {
  field: { id: string; name: string; defaultValue: string; errors: string[] };
}

function Amount({ amountRequestedFen, field }: AmountProps) {
  const { locale } = usePage();
  const t = decisionMessages[locale].record;
  const hint =
    amountRequestedFen === null ? undefined : t.amountHint(formatMoney(locale, amountRequestedFen));
  return <MoneyInput {...field} label={t.amount} {...(hint ? { hint } : {})} />;
}

/** Says what is there and carries its version: the record that was seen is the one that is replaced. */
function Replaced({ recorded }: { recorded: DecisionRecord }) {
  const { locale } = usePage();
  const t = decisionMessages[locale].record;
  const kind = decisionReasonMessages[locale].kind[recorded.kind];
  return (
    <Notice tone="warn" className="mb-4">
      {t.supersedes(kind, recorded.recordedBy, formatDateTime(locale, recorded.recordedAt))}
      <input type="hidden" name="replacesId" value={recorded.id} />
      <input type="hidden" name="replacesVersion" value={recorded.version} />
    </Notice>
  );
}

/** Two levels: what it concerns, then what exactly. */
function reasonOptions(locale: Locale) {
  const words = decisionReasonMessages[locale];
  const { onlyReject } = decisionMessages[locale].record;
  return decisionReasonGroups.map((group) => ({
    label: words.group[group],
    options: (Object.keys(decisionReasons[group]) as DecisionReasonCode[]).map((code) => ({
      value: code,
      label: `${code} ${words.reason[code]}${reasonFits(code, "defer") ? "" : ` [${onlyReject}]`}`,
    })),
  }));
}
