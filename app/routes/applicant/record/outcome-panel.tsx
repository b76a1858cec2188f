import type { Outcome } from "#app/features/applications/find-outcome.ts";
import { formatDateTime, formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { formalCheckMessages } from "#app/i18n/messages/formal-check.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";

/** Why it was not accepted, or what the committee decided; nothing before the release. */
export function OutcomePanel({
  outcome: { refusal, decision },
  locale,
}: {
  outcome: Outcome;
  locale: Locale;
}) {
  const t = recordMessages[locale].status;
  if (decision)
    return (
      <Panel className="mt-8">
        <h2>
          {t.decisionTitle}
          {locale === "zh" ? "：" : ": "}
          {t.decision[decision.kind]}
        </h2>
        <p className="muted text-sm">{t.decidedAt(formatDateTime(locale, decision.releasedAt))}</p>
        <SummaryList
          narrow
          className="mt-3"
          rows={[
            ...(decision.amountFen === null
              ? []
              : [{ term: t.amount, value: formatMoney(locale, decision.amountFen) }]),
            ...(decision.conditions ? [{ term: t.conditions, value: decision.conditions }] : []),
            ...(decision.reasonText
              ? [
                  {
                    term: t.reason,
                    value: decision.reasonText,
                    note: reasonLabel(decision.reasonCode, locale),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
    );
  if (!refusal) return null;
  return (
    <Panel className="mt-8">
      <h2>{t.refusalTitle}</h2>
      <p className="mt-2 whitespace-pre-line">{refusal.text}</p>
      {refusal.code && (
        <p className="muted mt-1 text-sm">
          {refusal.code} {checkLabel(refusal.code, locale)}
        </p>
      )}
    </Panel>
  );
}

function reasonLabel(code: string | null, locale: Locale): string | undefined {
  const labels: Record<string, string> = decisionReasonMessages[locale].reason;
  return code ? labels[code] : undefined;
}

function checkLabel(code: string, locale: Locale): string {
  const labels: Record<string, string | undefined> = formalCheckMessages[locale].reason;
  return labels[code] ?? "";
}
