import { questionDays, questionLimits } from "#app/domain/reviews/question-workflow.ts";
import type { HandleRefusal } from "#app/features/reviews/questions/handle-question.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";

export type Refusal = Exclude<HandleRefusal, "not_found">;

export function refusalText(refusal: Refusal, locale: Locale): string {
  const { errors } = questionMessages[locale].office;
  if (refusal === "wording_long") return errors.wording_long(questionLimits.question);
  if (refusal === "days") return errors.days(questionDays.most);
  return errors[refusal];
}
