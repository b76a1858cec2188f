import type { ExpressionBuilder } from "kysely";
import type { CompanyTable, Schema } from "#db/schema.ts";
import { rawAnswersOf } from "#app/domain/applications/draft/draft-section.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { partyRelations, tiesOfAnswers } from "#app/domain/reviews/ties/application-ties.ts";
import { ConflictGraph, type TiedApplication } from "#app/domain/reviews/ties/conflict-graph.ts";
import { nameKey, type Party, partyOf } from "#app/domain/reviews/ties/party.ts";
import type { ReviewerTies } from "#app/domain/reviews/ties/reviewer-ties.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import type { Read } from "#app/platform/database/database.ts";

/** Applications that count: sent in, and no test. */
const counting = (db: Read) =>
  db
    .selectFrom("application as a")
    .innerJoin("company as c", "c.id", "a.company_id")
    .select(["a.id", "a.call_id", "a.number", "c.uscc", "c.name_zh", "c.name_en"])
    .where("a.state", "not in", ["draft", "withdrawn"])
    .where("a.is_test", "=", 0);

/** One that counts, with all that its standing answers tie to the applicant; one statement. */
export async function findTied(db: Read, applicationId: string): Promise<TiedApplication | undefined> {
  const row = await counting(db)
    .leftJoin("submission as s", "s.id", "a.current_submission_id")
    .select(["a.form_version_id as formVersionId", "s.snapshot"])
    .where("a.id", "=", applicationId)
    .executeTakeFirst();
  if (!row) return undefined;
  const raw = row.snapshot === null ? rawAnswersOf([]) : (JSON.parse(row.snapshot) as SubmissionSnapshot).raw;
  return { ...headOf(row), ...tiesOfAnswers(await formOfVersion(db, row.formVersionId), raw) };
}

/** One application amid everything that lies within two steps of it, and whoever competes with it; two statements. */
export async function loadNeighbourhood(
  db: Read,
  applicationId: string,
  reviewers: readonly ReviewerTies[],
): Promise<{ graph: ConflictGraph; application: TiedApplication } | undefined> {
  const application = await findTied(db, applicationId);
  if (!application) return undefined;
  const posts = reviewers.flatMap((reviewer) => reviewer.posts);
  const near = searched([...application.applicant, ...application.parties]);
  const competing = searched(posts);
  const rows = await withParties(db)
    .where("a.id", "!=", applicationId)
    .where((eb) =>
      eb.or([
        eb.or(near.companies(eb)),
        eb("a.id", "in", (sub) =>
          sub
            .selectFrom("application_tie as n")
            .select("n.application_id")
            .where((tie) =>
              tie.or([
                ...(near.codes.length > 0 ? [tie("n.uscc", "in", near.codes)] : []),
                ...(near.keys.length > 0 ? [tie("n.name_key", "in", near.keys)] : []),
              ]),
            ),
        ),
        eb.and([eb("a.call_id", "=", application.callId), eb.or(competing.companies(eb))]),
      ]),
    )
    .execute();
  return { application, graph: new ConflictGraph([application, ...grouped(rows)], posts) };
}

/** Everything at once, for those about whom something changed: people and avoidances are not in it. */
export async function loadGraph(db: Read, posts: readonly Party[]): Promise<ConflictGraph> {
  return new ConflictGraph(grouped(await withParties(db).execute()), posts);
}

const withParties = (db: Read) =>
  counting(db)
    .leftJoin("application_tie as t", "t.application_id", "a.id")
    .select(["t.name", "t.uscc as tiedUscc", "t.relation"])
    .orderBy("a.id")
    .orderBy("t.position");

type HeadRow = Awaited<ReturnType<ReturnType<typeof counting>["execute"]>>[number];
type PartyRow = Awaited<ReturnType<ReturnType<typeof withParties>["execute"]>>[number];

const headOf = (row: HeadRow) => ({
  ...{ id: row.id, callId: row.call_id, number: row.number ?? "" },
  applicant: [row.name_zh, row.name_en].filter(Boolean).map((name) => partyOf(name, row.uscc)),
});

const grouped = (rows: readonly PartyRow[]): TiedApplication[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].map((each) => ({
    ...headOf(each[0]!),
    ...{ people: [], avoidances: [] },
    parties: each.flatMap(({ name, tiedUscc, relation }) => {
      const known = partyRelations.find((one) => one === relation);
      return known ? [{ name: name ?? "", uscc: tiedUscc ?? "", relation: known }] : [];
    }),
  }));

function searched(parties: readonly Party[]) {
  const codes = [...new Set(parties.map(({ uscc }) => uscc).filter(Boolean))];
  const names = [...new Set(parties.map(({ name }) => name).filter(Boolean))];
  return {
    codes,
    keys: [...new Set(names.map(nameKey))],
    /** Conditions on the company; of none of them no row. */
    companies: (eb: ExpressionBuilder<Schema & { c: CompanyTable }, "c">) => [
      ...(codes.length > 0 ? [eb("c.uscc", "in", codes)] : []),
      ...(names.length > 0 ? [eb("c.name_zh", "in", names), eb("c.name_en", "in", names)] : []),
    ],
  };
}
