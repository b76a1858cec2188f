import { isApproval } from "#app/domain/decisions/decision.ts";
import { isDecisionReason, reasonGroupOf } from "#app/domain/decisions/decision-reasons.ts";
import type { ListedDecision } from "#app/features/decisions/decision-record.ts";
import { formatDateTime, formatDateWithWeekday, formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { companyOf } from "../applications/list-columns.tsx";
import { DecisionKindTag } from "./decision-tags.tsx";

/** What was decided, by whom it was recorded and by whom released. */
export function DecisionFacts({ decision }: { decision: ListedDecision }) {
  const { locale } = usePage();
  const t = decisionMessages[locale];
  const { kind, amountFen, amountRequestedFen, conditions, reasonText } = decision;
  const money = (fen: number | null) => (fen === null ? "–" : formatMoney(locale, fen));
  const long = (text: string) => <span className="whitespace-pre-wrap">{text}</span>;
  return (
    <SummaryList
      narrow
      className="max-w-3xl"
      rows={[
        { term: t.record.company, value: companyOf(decision, locale) },
        { term: t.page.kind, value: <DecisionKindTag kind={kind} /> },
        ...(isApproval(kind) ? [{ term: t.page.amount, value: <b>{money(amountFen)}</b> }] : []),
        { term: t.page.requested, value: money(amountRequestedFen) },
        ...(conditions ? [{ term: t.page.conditions, value: long(conditions) }] : []),
        ...(decision.reasonCode ? [{ term: t.page.reason, value: reason(decision.reasonCode, locale) }] : []),
        ...(reasonText ? [{ term: t.page.reasonText, value: long(reasonText) }] : []),
        ...(decision.overBudgetReason
          ? [{ term: t.budget.overReason, value: long(decision.overBudgetReason) }]
          : []),
        { term: t.page.meeting, value: formatDateWithWeekday(locale, decision.meetingOn) },
        {
          term: t.page.recorded,
          value: t.page.byAt(decision.recordedBy, formatDateTime(locale, decision.recordedAt)),
        },
        {
          term: t.page.released,
          value: decision.releasedAt
            ? t.page.byAt(decision.releasedBy ?? "", formatDateTime(locale, decision.releasedAt))
            : t.page.notReleased,
        },
      ]}
    />
  );
}

function reason(code: string, locale: Locale): string {
  const words = decisionReasonMessages[locale];
  if (!isDecisionReason(code)) return code;
  return `${words.group[reasonGroupOf(code)]} · ${code} ${words.reason[code]}`;
}
