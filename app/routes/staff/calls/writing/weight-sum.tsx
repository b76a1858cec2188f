import { sumOfWeights } from "#app/domain/calls/call-problems.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { weightSumMessages } from "#app/i18n/messages/weight-sum.ts";

interface WeightSumProps {
  typed: Readonly<Record<string, string>>;
  locale: Locale;
}

/** As the page was sent; app/browser/call-group.ts keeps it true while weights are typed. */
export function WeightSum({ typed, locale }: WeightSumProps) {
  const weights = Object.entries(typed).flatMap(([name, value]) =>
    /^criteria\.\d+\.weight$/.test(name) ? [value] : [],
  );
  const sum = sumOfWeights(weights);
  return (
    <p
      data-weight-sum=""
      role="status"
      className={sum === 100 ? "st-ok font-semibold" : "st-warn font-semibold"}
    >
      {weightSumMessages[locale].sum(sum)}
    </p>
  );
}
