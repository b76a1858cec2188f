import type { ReactNode } from "react";
import type { CalibratedFigures } from "#app/features/reviews/calibration/find-calibration.ts";
import type { RankedRow } from "#app/features/reviews/office/list-ranking.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import type { Column } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface CalibratedColumns {
  locale: Locale;
  base: string;
  sorted: (sort: string) => Pick<Column<RankedRow>, "sort" | "sortHref">;
}

/** What calibration says of each row; every figure opens its arithmetic. */
export function calibratedColumns({ locale, base, sorted }: CalibratedColumns): Column<RankedRow>[] {
  const t = calibrationMessages[locale];
  const column = (
    id: "calibrated" | "expected" | "half" | "most" | "above" | "turned",
    head: "worth" | "expected" | "half" | "most" | "above" | "turned",
    cell: (figures: CalibratedFigures) => ReactNode,
  ): Column<RankedRow> => ({
    id,
    head: <abbr title={t.heads[`${head}Title`]}>{t.heads[head]}</abbr>,
    numeric: true,
    className: "nowrap",
    cell: ({ id: applicationId, calibrated }) =>
      calibrated ? (
        <a className="sum-link" href={`${base}/${applicationId}#calibrated`}>
          {cell(calibrated)}
        </a>
      ) : (
        "–"
      ),
    ...(id === "half" || id === "most" ? {} : sorted(id)),
  });
  return [
    column("calibrated", "worth", ({ worth }) => <b>{worth.toFixed(2)}</b>),
    column("expected", "expected", ({ expectedRank }) => expectedRank.toFixed(1)),
    column("half", "half", ({ half }) => range(half)),
    column("most", "most", ({ most }) => range(most)),
    column("above", "above", ({ aboveLine }) => chance(aboveLine)),
    column("turned", "turned", ({ turnedByOneMore }) => chance(turnedByOneMore)),
    {
      id: "discuss",
      head: t.discussTitle,
      className: "nowrap",
      cell: ({ calibrated }) => calibrated?.discussed && <Tag tone="warn">{t.discuss}</Tag>,
    },
  ];
}

/** 2–5, or one rank alone. */
export const range = ([low, high]: readonly [number, number]): string =>
  low === high ? String(low) : `${low}–${high}`;

/** Never 0 or 100: the model does not know that well. */
export const chance = (share: number): string =>
  share < 0.01 ? "<1%" : share > 0.99 ? ">99%" : `${Math.round(share * 100)}%`;
