import type { DraftField } from "#app/domain/applications/draft/draft-section.ts";
import {
  behindOf,
  type Pair,
  type PairEvent,
  pairState,
  type PairState,
} from "#app/domain/applications/draft/stale-pairs.ts";
import { questionPairs } from "#app/domain/forms/paired-questions.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import type { Draft } from "./find-draft.ts";

/** Two texts that say the same, and what their changes so far come to. */
export interface PairOnRecord extends Pair {
  state: PairState;
  /** The text that has fallen behind; only while both are filled in. */
  behind: string | null;
}

type Wanted = Pick<Draft, "head" | "definition" | "sections">;

/** Texts whose other language was changed after them: key → key of the changed one. */
export const listStalePairs = async (ctx: Context, draft: Wanted): Promise<Map<string, string>> =>
  staleAmong(await listPairs(ctx, draft));

export const staleAmong = (pairs: readonly PairOnRecord[]): Map<string, string> =>
  new Map(
    pairs.flatMap(({ first, second, behind }) =>
      behind === null ? [] : [[behind, behind === first ? second : first] as const],
    ),
  );

/** The pairs of all sections, or those that one section has a part in. One statement once anything was written. */
export async function listPairs(
  ctx: Context,
  { head, definition, sections }: Wanted,
  within?: string,
): Promise<PairOnRecord[]> {
  const pairs = questionPairs(definition)
    .filter((pair) => within === undefined || sidesOf(pair).some(({ section }) => section === within))
    .map((pair) =>
      sidesOf(pair).map(({ key, section }) => ({ key, field: sections.get(section)?.fields[key] })),
    );
  const written = pairs.flat().flatMap(({ key, field }) => (field ? [key] : []));
  const changes = written.length > 0 ? await listChanges(ctx, head.id, written) : [];
  return pairs.map((sides) => onRecord(sides, changes));
}

const sidesOf = ({ first, second }: ReturnType<typeof questionPairs>[number]) =>
  [first, second].map(({ field, section }) => ({ key: field.key, section: section.section.key }));

function onRecord(
  sides: readonly { key: string; field: DraftField | undefined }[],
  changes: readonly PairEvent[],
): PairOnRecord {
  const [first = "", second = ""] = sides.map(({ key }) => key);
  const pair = { first, second };
  const confirmations = sides.flatMap(({ key, field }) =>
    field?.checked ? [{ key, at: field.checked.at }] : [],
  );
  const own = changes.filter(({ key }) => key === first || key === second);
  const state = pairState(pair, [...own, ...confirmations]);
  const textOf = (key: string) => sides.find((side) => side.key === key)?.field?.v;
  return { ...pair, state, behind: behindOf(pair, state, textOf) };
}

async function listChanges(
  ctx: Context,
  applicationId: string,
  keys: readonly string[],
): Promise<PairEvent[]> {
  const rows = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("answer_change as c", "c.application_id", "application.id")
    .select(["c.path", "c.at", "c.before", "c.after"])
    .where("application.id", "=", applicationId)
    .where("c.path", "in", keys)
    .orderBy("c.at")
    .orderBy("c.field_version")
    .execute();
  return rows.map(({ path, at, before, after }) => ({
    key: path,
    at,
    before: parsed(before),
    after: parsed(after),
  }));
}

const parsed = (json: string | null): RawValue | null =>
  json === null ? null : (JSON.parse(json) as RawValue);
