import type { ReactNode } from "react";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { type Decimal, formatDecimal } from "#app/domain/shared/decimal.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";

interface SheetTopProps {
  rubric: Rubric;
  note: ReactNode;
  total: Decimal;
  outOf: string;
  locale: Locale;
}

/** Which rules the sheet follows and what it adds up to; stays in view while the criteria scroll. */
export function SheetTop({ rubric, note, total, outOf, locale }: SheetTopProps) {
  const t = reviewMessages[locale].sheet;
  return (
    <div className="sheet-top">
      <div>
        <h2 className="inline text-base">{t.title}</h2>{" "}
        <span className="muted text-xs">
          {t.rubric(rubric.code, rubric.version)} · {note}
        </span>
      </div>
      <div className="num">
        <b className="text-xl" data-total="">
          {formatDecimal(total, 2)}
        </b>
        <span className="muted" data-out-of="">
          {outOf}
        </span>
      </div>
    </div>
  );
}
