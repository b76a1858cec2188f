import type { CompanyQuestion } from "#app/features/reviews/questions/list-company-questions.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface QuestionsNoticeProps {
  applicationId: string;
  questions: readonly CompanyQuestion[];
  locale: Locale;
}

/** Questions of the review that wait for this company, or a way to those it has answered. */
export function QuestionsNotice({ applicationId, questions, locale }: QuestionsNoticeProps) {
  const t = questionMessages[locale].company;
  const href = `/applications/${applicationId}/questions`;
  const open = questions.filter(({ standing }) => standing === "forwarded").map(({ dueAt }) => dueAt);
  const [first] = open.toSorted();
  if (questions.length === 0) return null;
  if (first === undefined)
    return (
      <p className="mt-4">
        <a href={href}>{t.all}</a>
      </p>
    );
  return (
    <Notice tone="warn" glyph={false} className="mt-4">
      <p className="font-semibold">{t.notice(open.length)}</p>
      <p className="mt-1">{t.noticeDue(formatDateTime(locale, first))}</p>
      <p className="mt-3">
        <LinkButton href={href} variant="primary">
          {t.open}
        </LinkButton>
      </p>
    </Notice>
  );
}
