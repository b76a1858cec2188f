import type { ReactNode } from "react";
import { formalCheckCodes, maxCorrectionRounds } from "#app/domain/applications/formal-check.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { CorrectionItem as EarlierItem } from "#app/features/applications/list-correction-items.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckMessages } from "#app/i18n/messages/formal-check.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CheckForm } from "./check-form.ts";
import { FlagItems } from "./flag-items.tsx";
import { placeWords } from "#app/ui/place-words.ts";

interface OutcomeProps {
  locale: Locale;
  head: FoundApplication;
  submission: FoundSubmission;
  earlier: readonly EarlierItem[];
  typed: CheckForm;
}

/** The three ways a check ends; each states what it needs. */
export function CheckOutcome(props: OutcomeProps) {
  const { locale, head, typed } = props;
  const t = formalCheckPageMessages[locale].page;
  const left = maxCorrectionRounds - head.correctionRound;
  const reasons = formalCheckMessages[locale].item;
  return (
    <section aria-labelledby="conclusion">
      <h2 id="conclusion">{t.conclusion}</h2>
      <Way title={t.accept} text={t.acceptText}>
        <Button variant="primary" name="intent" value="accept">
          {t.accept}
        </Button>
      </Way>
      <Way title={t.correction} text={t.correctionText(left)}>
        <Earlier earlier={props.earlier} submission={props.submission} locale={locale} />
        {left > 0 && (
          <>
            <FlagItems {...props} />
            <Button name="intent" value="correct">
              {t.previewNotice}
            </Button>
          </>
        )}
      </Way>
      <Way title={t.refuse} text={t.refuseText}>
        <Select
          id="reasonCode"
          name="reasonCode"
          label={t.reasonCode}
          defaultValue={typed.reasonCode}
          options={formalCheckCodes.map((code) => ({ value: code, label: `${code} ${reasons[code]}` }))}
        />
        <TextArea
          id="reasonText"
          name="reasonText"
          label={t.reasonText}
          hint={t.reasonTextHint}
          rows={3}
          defaultValue={typed.reasonText}
        />
        <Button variant="danger" name="intent" value="refuse">
          {t.refuse}
        </Button>
      </Way>
    </section>
  );
}

function Way({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="crit">
      <h3>{title}</h3>
      <p className="muted mb-2">{text}</p>
      {children}
    </div>
  );
}

interface EarlierProps {
  earlier: readonly EarlierItem[];
  submission: FoundSubmission;
  locale: Locale;
}

/** What was asked for before, and whether the company touched it. */
function Earlier({ earlier, submission, locale }: EarlierProps) {
  const t = formalCheckPageMessages[locale].page;
  if (earlier.length === 0) return null;
  return (
    <details className="mb-2">
      <summary>{t.earlier}</summary>
      <ul>
        {earlier.map((item) => (
          <li key={item.id} className="rule py-1">
            <span className="muted text-xs">{t.earlierRound(item.round)}</span>{" "}
            <b>{placeWords(submission, item, locale)}</b>{" "}
            <Tag tone={item.answeredAt ? "ok" : "warn"}>{item.answeredAt ? t.answered : t.unanswered}</Tag>
            <span className="block">{item.reason}</span>
            <span className="muted block">{item.wanted}</span>
            {item.reply && <span className="block">{t.replyText(item.reply)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
