import type { RankingView } from "#app/domain/reviews/ranking-view.ts";
import { type Cursor, pageSize, type Page, readsBackwards } from "#app/features/keyset.ts";
import type { CalibratedFigures } from "#app/features/reviews/calibration/find-calibration.ts";
import type { Place } from "./place-applications.ts";

export type Figures = ReadonlyMap<string, CalibratedFigures>;

interface Ordering {
  view: Pick<RankingView, "sort" | "descending">;
  criteria: readonly string[];
  figures: Figures;
}

/** What a place is sorted by, so that smaller comes first; then by its id. */
type SortKey = readonly number[];

export function orderPlaces(places: readonly Place[], ordering: Ordering): readonly Place[] {
  const { sort, descending } = ordering.view;
  if (sort === "rank" && !descending) return places;
  const keyed = places.map((place) => ({ place, key: sortKey(place, ordering) }));
  return keyed
    .sort((a, b) => compareKeys(a.key, b.key) || compareIds(a.place.id, b.place.id))
    .map(({ place }) => place);
}

export interface PlacedPage extends Pick<Page<Place>, "next" | "previous"> {
  rows: readonly Place[];
  /** Of its first row among all those shown. */
  offset: number;
}

/** A page begins after the row the one before ended with, wherever that row stands or stood. */
export function pageOfPlaces(
  ordered: readonly Place[],
  ordering: Ordering,
  cursor: Cursor | null,
): PlacedPage {
  const begin = firstOf(ordered, ordering, cursor);
  const offset = Math.max(0, Math.min(begin, ordered.length - 1));
  const rows = ordered.slice(offset, offset + pageSize);
  const [first, last] = [rows[0], rows.at(-1)];
  const text = (place: Place) => `${sortKey(place, ordering).join("_")}~${place.id}`;
  return {
    ...{ rows, offset },
    next: last && offset + rows.length < ordered.length ? text(last) : null,
    previous: first && offset > 0 ? text(first) : null,
  };
}

function firstOf(ordered: readonly Place[], ordering: Ordering, cursor: Cursor | null): number {
  const key = cursor?.value.split("_").map(Number);
  if (!cursor || !key || key.some(Number.isNaN)) return 0;
  const against = (place: Place) =>
    compareKeys(sortKey(place, ordering), key) || compareIds(place.id, cursor.id);
  if (readsBackwards(cursor)) {
    const end = ordered.findIndex((place) => against(place) >= 0);
    return Math.max(0, (end < 0 ? ordered.length : end) - pageSize);
  }
  const start = ordered.findIndex((place) => against(place) > 0);
  return start < 0 ? Math.max(0, ordered.length - pageSize) : start;
}

function sortKey(place: Place, { view: { sort, descending }, criteria, figures }: Ordering): SortKey {
  const sign = descending ? -1 : 1;
  if (sort === "rank") {
    const { scoreX100, tie_1, tie_2, tie_3, chair_order } = place;
    return [-(scoreX100 ?? -1), -tie_1, -tie_2, -tie_3, chair_order].map((value) => sign * value);
  }
  const value = measureOf(place, sort, criteria, figures.get(place.id));
  // Without a value at the end, whichever way it is sorted.
  return value === null ? [1, 0] : [0, sign * value];
}

function measureOf(
  place: Place,
  sort: string,
  criteria: readonly string[],
  calibrated: CalibratedFigures | undefined,
): number | null {
  switch (sort) {
    case "sheets":
      return place.valid;
    case "mean":
      return place.meanX100;
    case "median":
      return place.medianX100;
    case "spread":
      return place.spreadX100;
    case "advice":
      // Recommended by most, then refused by fewest.
      return place.recommend - place.not_recommend / 1000;
    case "calibrated":
      return calibrated?.worth ?? null;
    case "expected":
      return calibrated?.expectedRank ?? null;
    case "above":
      return calibrated?.aboveLine ?? null;
    case "turned":
      return calibrated?.turnedByOneMore ?? null;
    default: {
      const mean = place.criterion_means.split(",")[criteria.indexOf(sort)];
      return mean ? Number(mean) : null;
    }
  }
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
