import { sql } from "kysely";
import { submissionJson, type SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { rawAnswersOf, type DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { refreshApplication } from "#app/features/applications/refresh-application.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { refreshScoreSummary } from "#app/features/refresh-score-summary.ts";
import type { TestPortal } from "#tests/support/test-portal.ts";

/** Applications whose kept copies differ from what the portal itself computes from the drafts, out of so many. */
export async function honestCopies(
  portal: TestPortal,
  count: number,
): Promise<{ checked: number; wrong: unknown[] }> {
  const ids = await portal.db.read.selectFrom("application").select("id").orderBy("id").execute();
  const step = Math.floor(ids.length / count);
  const chosen = ids.filter((_, index) => index % step === 0).slice(0, count);
  const wrong: unknown[] = [];
  for (const { id } of chosen) {
    const before = await copies(portal, id);
    const definition = await formOfVersion(portal.db.read, before.form_version_id);
    await portal.db.write(async (trx) => {
      await refreshApplication(trx, { now: portal.now }, id, definition);
      if (before.sheets > 0) await refreshScoreSummary(trx, id, portal.now);
    });
    const after = await copies(portal, id);
    if (JSON.stringify({ ...before, updated_at: "" }) !== JSON.stringify({ ...after, updated_at: "" }))
      wrong.push({ before, after });
    if (!(await snapshotIsOfDraft(portal, id))) wrong.push({ snapshot: id });
  }
  return { checked: chosen.length, wrong };
}

const copies = ({ db }: TestPortal, id: string) =>
  db.read
    .selectFrom("application as a")
    .leftJoin("score_summary as s", "s.application_id", "a.id")
    .select(["a.form_version_id", "a.answered", "a.required", "a.title_zh", "a.title_en", "a.city_code"])
    .select(["a.chain_segment", "a.amount_requested_fen", "a.total_investment_fen", "a.updated_at"])
    .select(["s.valid", "s.score_x100", "s.mean_x100", "s.spread_x100", "s.totals", "s.moderation"])
    .select(sql<number>`coalesce(s.valid, 0)`.as("sheets"))
    .where("a.id", "=", id)
    .executeTakeFirstOrThrow();

/** Written again from the draft, the snapshot is the same to the byte. */
async function snapshotIsOfDraft({ db }: TestPortal, id: string): Promise<boolean> {
  const row = await db.read
    .selectFrom("submission")
    .selectAll()
    .where("application_id", "=", id)
    .executeTakeFirst();
  if (!row) return true;
  const { submission, form } = JSON.parse(row.snapshot) as SubmissionSnapshot;
  const definition = await formOfVersion(db.read, form.id);
  const sections = await db.read
    .selectFrom("draft_section")
    .select("answers")
    .where("application_id", "=", id)
    .execute();
  const files = await db.read
    .selectFrom("file")
    .select(["id", "name", "size", "sha256", "question_key"])
    .where("application_id", "=", id)
    .orderBy("uploaded_at")
    .orderBy("id")
    .execute();
  const byQuestion = Map.groupBy(files, ({ question_key }) => question_key);
  const env = {
    today: row.submitted_at.slice(0, 10),
    files: Object.fromEntries(
      [...byQuestion].map(([key, list]) => [key, list.map(({ question_key: _, ...file }) => file)]),
    ),
  };
  const signing = compileForm(definition).sections.filter(({ section }) => section.kind === "signing");
  const declared = signing.flatMap(({ questions }) => questions.map(({ field }) => [field.key, "yes"]));
  const typed = rawAnswersOf(sections.map(({ answers }) => JSON.parse(answers) as DraftSection));
  const raw = { ...typed, ...Object.fromEntries(declared) };
  return submissionJson(submission, { ...form, definition }, raw, env) === row.snapshot;
}

/** Counts kept by triggers that are not what counting gives; rows that refer to nothing. */
export async function wrongTallies({ db }: TestPortal): Promise<unknown[]> {
  const applications = await sql`select a.id, a.reviewers, a.reviews from application a
    where a.reviewers <> (select count(*) from assignment g
        where g.application_id = a.id and g.state in ('assigned', 'accepted', 'submitted'))
      or a.reviews <> (select count(*) from assignment g where g.application_id = a.id and g.state = 'submitted')`.execute(
    db.read,
  );
  const loads = await sql`select p.person_id, p.load from reviewer_profile p
    where p.load > p.max_load or p.load <> (select count(*) from assignment g
      where g.reviewer_id = p.person_id and g.state in ('assigned', 'accepted'))`.execute(db.read);
  const states = await sql`select t.state, sum(t.n) as n from application_tally t group by t.state
    having sum(t.n) <> (select count(*) from application a where a.state = t.state)`.execute(db.read);
  const summaries = await sql`select s.application_id from score_summary s
    join application a on a.id = s.application_id where s.state <> a.state`.execute(db.read);
  const orphans =
    db.dialect === "sqlite" ? await sql`pragma foreign_key_check`.execute(db.read) : { rows: [] };
  return [applications, loads, states, summaries, orphans].flatMap(({ rows }) => rows);
}
