import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
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
import type { FoundSubmission } from "./find-submission.ts";

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

/**
 * The same of a version as it stood when it was submitted. Of a text confirmed more than once only the last time is
 * known, so that an earlier version may call behind what was confirmed again since.
 */
export async function listStaleSubmitted(
  ctx: Context,
  { head, definition, snapshot, submittedAt }: FoundSubmission,
): Promise<Map<string, string>> {
  const sides = questionPairs(definition).map(sidesOf);
  const textOf = (key: string) => {
    const text = snapshot.raw[key];
    return typeof text === "string" ? text : undefined;
  };
  const written = sides.flat().flatMap(({ key }) => (textOf(key) === undefined ? [] : [key]));
  if (written.length === 0) return new Map();
  const [changes, checked] = await Promise.all([
    listChanges(ctx, head.id, written, submittedAt),
    listConfirmations(ctx, head.id, sides.flat()),
  ]);
  const pairs = sides.map((pair) =>
    onRecord(
      pair.map(({ key }) => ({
        key,
        v: textOf(key),
        checkedAt: upTo(submittedAt, checked.get(key)),
      })),
      changes,
    ),
  );
  return staleAmong(pairs);
}

const upTo = (until: string, at: string | undefined) => (at !== undefined && at <= until ? at : undefined);

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
  return pairs.map((sides) =>
    onRecord(
      sides.map(({ key, field }) => ({ key, v: field?.v, checkedAt: field?.checked?.at })),
      changes,
    ),
  );
}

const sidesOf = ({ first, second }: ReturnType<typeof questionPairs>[number]) =>
  [first, second].map(({ field, section }) => ({ key: field.key, section: section.section.key }));

interface Side {
  key: string;
  v: RawValue | undefined;
  /** When somebody said that it is still right. */
  checkedAt: string | undefined;
}

function onRecord(sides: readonly Side[], changes: readonly PairEvent[]): PairOnRecord {
  const [first = "", second = ""] = sides.map(({ key }) => key);
  const pair = { first, second };
  const confirmations = sides.flatMap(({ key, checkedAt }) => (checkedAt ? [{ key, at: checkedAt }] : []));
  const own = changes.filter(({ key }) => key === first || key === second);
  const state = pairState(pair, [...own, ...confirmations]);
  const textOf = (key: string) => sides.find((side) => side.key === key)?.v;
  return { ...pair, state, behind: behindOf(pair, state, textOf) };
}

async function listChanges(
  ctx: Context,
  applicationId: string,
  keys: readonly string[],
  until?: string,
): Promise<PairEvent[]> {
  const rows = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("answer_change as c", "c.application_id", "application.id")
    .select(["c.path", "c.at", "c.before", "c.after"])
    .where("application.id", "=", applicationId)
    .where("c.path", "in", keys)
    .$if(until !== undefined, (query) => query.where("c.at", "<=", until!))
    .orderBy("c.at")
    .orderBy("c.field_version")
    .orderBy("c.op_id")
    .execute();
  return rows.map(({ path, at, before, after }) => ({
    key: path,
    at,
    before: parsed(before),
    after: parsed(after),
  }));
}

/** When each text was last said to be still right, by key. */
async function listConfirmations(
  ctx: Context,
  applicationId: string,
  sides: readonly { key: string; section: string }[],
): Promise<Map<string, string>> {
  const rows = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("draft_section as d", "d.application_id", "application.id")
    .select(["d.section_key as section", "d.answers"])
    .where("application.id", "=", applicationId)
    .where("d.section_key", "in", [...new Set(sides.map(({ section }) => section))])
    .execute();
  const fields = new Map(
    rows.map(({ section, answers }) => [section, JSON.parse(answers) as DraftSection] as const),
  );
  return new Map(
    sides.flatMap(({ key, section }) => {
      const at = fields.get(section)?.[key]?.checked?.at;
      return at === undefined ? [] : [[key, at] as const];
    }),
  );
}

const parsed = (json: string | null): RawValue | null =>
  json === null ? null : (JSON.parse(json) as RawValue);
