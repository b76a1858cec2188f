import { canonicalJson, type Json } from "../shared/canonical-json.ts";
import type { FormDefinition } from "./definition.ts";
import { type Spot, spotsOf } from "./definition-spots.ts";

export type DefinitionChange =
  | { kind: "added" | "removed" | "moved"; spot: Spot }
  | {
      kind: "changed";
      /** As it is afterwards. */
      spot: Spot;
      property: string;
      /** Absent for nothing. */
      before: unknown;
      after: unknown;
    };

/**
 * What a person would say changed between two definitions, in the order of the later one, what is gone last. The
 * code and the number of the version are not part of it. Nothing differs exactly when the list is empty.
 */
export function differenceOfDefinitions(before: FormDefinition, after: FormDefinition): DefinitionChange[] {
  const [then, now] = [spotsOf(before), spotsOf(after)];
  const standing = new Map(then.map((spot) => [spot.id, spot]));
  const wanted = new Map(now.map((spot) => [spot.id, spot]));
  const moved = movedBetween(then, now, standing);
  const changes = now.flatMap((spot): DefinitionChange[] => {
    const was = standing.get(spot.id);
    if (!was) return isTold(spot, standing) ? [{ kind: "added", spot }] : [];
    return [
      ...(moved.has(spot.id) ? [{ kind: "moved" as const, spot }] : []),
      ...changedProperties(was, spot),
    ];
  });
  const gone = then.filter(({ id }) => !wanted.has(id)).filter((spot) => isTold(spot, wanted));
  return [...changes, ...gone.map((spot) => ({ kind: "removed" as const, spot }))];
}

const pieces = new Set(["column", "option", "row", "item", "group"]);

/** What comes or goes together with what it stands in is told with it; questions and rules are told each. */
const isTold = ({ level, parent }: Spot, others: ReadonlyMap<string, Spot>): boolean =>
  !pieces.has(level) || others.has(parent ?? "");

function changedProperties(was: Spot, spot: Spot): DefinitionChange[] {
  const names = new Set([...Object.keys(was.properties), ...Object.keys(spot.properties)]);
  return [...names]
    .filter((property) => !isSame(was.properties[property], spot.properties[property]))
    .map((property) => ({
      ...{ kind: "changed", spot, property },
      ...{ before: was.properties[property], after: spot.properties[property] },
    }));
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a as Json) === canonicalJson(b as Json);

type ById = ReadonlyMap<string, Spot>;

/** In another holder, or out of the order in which most of its siblings stay. */
function movedBetween(then: readonly Spot[], now: readonly Spot[], standing: ById) {
  const moved = new Set<string>();
  const place = new Map(then.map(({ id }, index) => [id, index]));
  const siblings = new Map<string, string[]>();
  for (const { id, parent = "", level } of now) {
    const was = standing.get(id);
    if (!was) continue;
    if (was.parent !== (parent || undefined)) moved.add(id);
    else siblings.set(`${parent} ${level}`, [...(siblings.get(`${parent} ${level}`) ?? []), id]);
  }
  for (const ids of siblings.values()) {
    const kept = longestRise(ids.map((id) => place.get(id) ?? 0));
    ids.forEach((id, index) => {
      if (!kept.has(index)) moved.add(id);
    });
  }
  return moved;
}

/** The places of a longest rising subsequence. */
function longestRise(numbers: readonly number[]): Set<number> {
  const length: number[] = [];
  const before: number[] = [];
  let last = -1;
  numbers.forEach((number, index) => {
    length[index] = 1;
    before[index] = -1;
    for (let earlier = 0; earlier < index; earlier++)
      if (numbers[earlier]! < number && length[earlier]! >= length[index]!) {
        length[index] = length[earlier]! + 1;
        before[index] = earlier;
      }
    if (last < 0 || length[index] > length[last]!) last = index;
  });
  const kept = new Set<number>();
  for (let index = last; index >= 0; index = before[index]!) kept.add(index);
  return kept;
}
