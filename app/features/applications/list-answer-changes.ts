import { companyRole } from "#app/domain/accounts/actor.ts";
import { type KeptChange, type Sitting, sittingsOf } from "#app/domain/applications/draft/sittings.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";

interface Wanted {
  applicationId: string;
  sectionKey: string;
  /** A question, or one cell; everything in the section when absent. */
  path?: string | undefined;
  /** Where the page before ended. */
  after?: Place | undefined;
}

/** Where a change stands in the list: what was sent together has one time. */
export interface Place {
  at: string;
  version: number;
  opId: string;
}

const changesPerPage = 200;

/** What was changed in a section, newest first: the company's own business, nobody else sees any of it. */
export async function listAnswerChanges(
  ctx: Context,
  { applicationId, sectionKey, path, after }: Wanted,
): Promise<{ sittings: Sitting[]; next: Place | undefined }> {
  const rows = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("answer_change as c", "c.application_id", "application.id")
    .select(["application.company_id", "c.op_id", "c.path", "c.before", "c.after", "c.typed", "c.refused"])
    .select(["c.field_version", "c.person_id", "c.at"])
    .where("application.id", "=", applicationId)
    .where("c.section_key", "=", sectionKey)
    .$if(path !== undefined, (query) =>
      query.where((eb) => eb.or([eb("c.path", "=", path!), eb("c.path", "like", `${path}/%`)])),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple("c.at", "c.field_version", "c.op_id"),
          "<",
          eb.tuple(after!.at, after!.version, after!.opId),
        ),
      ),
    )
    .orderBy("c.at", "desc")
    .orderBy("c.field_version", "desc")
    .orderBy("c.op_id", "desc")
    .limit(changesPerPage + 1)
    .execute();
  const own = rows.filter((row) => companyRole(ctx.actor, row.company_id) !== undefined);
  const changes = own.slice(0, changesPerPage).map((row): KeptChange => ({
    ...{ opId: row.op_id, path: row.path, before: read(row.before), after: read(row.after) },
    ...{ typed: read(row.typed) as RawValue | null, refused: row.refused === 1 },
    ...{ version: row.field_version, by: row.person_id, at: row.at },
  }));
  const last = own.length > changesPerPage ? changes.at(-1) : undefined;
  return {
    sittings: sittingsOf(changes),
    next: last && { at: last.at, version: last.version, opId: last.opId },
  };
}

const read = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
