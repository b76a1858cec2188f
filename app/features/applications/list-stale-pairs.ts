import { staleOf, writtenPairs } from "#app/domain/applications/draft/stale-pairs.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import type { Draft } from "./find-draft.ts";

/** Texts whose other language was changed after them: key → key of the changed one; all, or one section's own. */
export async function listStalePairs(
  ctx: Context,
  { head, definition, sections }: Pick<Draft, "head" | "definition" | "sections">,
  within?: string,
): Promise<Map<string, string>> {
  const { questionByKey } = compileForm(definition);
  const isWithin = (key: string) =>
    within === undefined || questionByKey.get(key)?.section.section.key === within;
  const pairs = writtenPairs(definition, (section, path) => sections.get(section)?.fields[path]).filter(
    ({ first, second }) => isWithin(first) || isWithin(second),
  );
  if (pairs.length === 0) return new Map();
  const rows = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("answer_change as c", "c.application_id", "application.id")
    .select(["c.path", "c.at", "c.before", "c.after"])
    .where("application.id", "=", head.id)
    .where(
      "c.path",
      "in",
      pairs.flatMap(({ first, second }) => [first, second]),
    )
    .orderBy("c.at")
    .orderBy("c.field_version")
    .execute();
  const stale = new Map<string, string>();
  for (const pair of pairs) {
    const changes = rows
      .filter(({ path }) => path === pair.first || path === pair.second)
      .map(({ path, at, before, after }) => ({
        key: path,
        at,
        before: parsed(before),
        after: parsed(after),
      }));
    const behind = staleOf(pair, changes);
    if (behind !== null) stale.set(behind, behind === pair.first ? pair.second : pair.first);
  }
  return stale;
}

const parsed = (json: string | null): RawValue | null =>
  json === null ? null : (JSON.parse(json) as RawValue);
