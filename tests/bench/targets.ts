import Sqlite from "better-sqlite3";
import { randomUUID } from "node:crypto";
import type { CannonRequest } from "autocannon";
import type { BenchPortal } from "./bench-portal.ts";

/** One thing people do, as a request that can be sent again and again by so many at once. */
export interface Target {
  name: string;
  kind: "page" | "save" | "download";
  /** No script may come with it. */
  readOnly: boolean;
  /** HotCRP on such a machine at 3,000 submissions, requests a second. */
  hotcrp?: number;
  /** What connection number `index` sends; each is another person where people would be different. */
  requestOf(index: number): CannonRequest;
}

export const together = 16;

/** Looks up who has what in the filled portal and signs them in. */
export async function findTargets(portal: BenchPortal): Promise<Target[]> {
  const db = new Sqlite(portal.databaseFile, { readonly: true });
  const drafts = db.prepare(draftsSql).all() as Draft[];
  const reviews = db.prepare(reviewsSql).all() as Draft[];
  const first = db.prepare(ownDraftSql).get("owner@jiazi.example") as Draft;
  const desk = db.prepare(ownReviewSql).get("reviewer1@experts.example") as Draft;
  const proposed = db.prepare(proposedSql).get() as { id: string };
  db.close();
  const [owner, reviewer, officer] = await Promise.all([
    portal.cookieOf("owner@jiazi.example"),
    portal.cookieOf("reviewer1@experts.example"),
    portal.cookieOf("officer@fund.example"),
  ]);
  const writers = await signInAll(portal, drafts);
  const scorers = await signInAll(portal, reviews);
  const draft = `/applications/${first.id}`;
  return [
    { name: "home", ...publicPage("/"), hotcrp: 65 },
    { name: "call page", ...publicPage("/calls/C5") },
    // Its one script sends what a closed section kept on the device.
    { name: "task list", ...pageFor(owner, draft, false) },
    // Of seventeen sections the one in the middle by size, and the largest.
    { name: "section page", ...pageFor(owner, `${draft}/sections/ownership`, false), hotcrp: 65 },
    { name: "largest section", ...pageFor(owner, `${draft}/sections/funding`, false) },
    {
      name: "autosave",
      kind: "save",
      readOnly: false,
      hotcrp: 85,
      requestOf: autosaves(portal.origin, writers),
    },
    { name: "reviewer queue", ...pageFor(reviewer, "/reviews", false) },
    { name: "review page", ...pageFor(reviewer, `/reviews/${desk.id}`, false), hotcrp: 53 },
    { name: "review save", kind: "save", readOnly: false, requestOf: reviewSaves(portal.origin, scorers) },
    { name: "staff list", ...pageFor(officer, "/staff/applications", false), hotcrp: 7.7 },
    { name: "ranking", ...pageFor(officer, "/staff/ranking/C5", false) },
    { name: "proposal", ...pageFor(officer, "/staff/assignments/C5/proposal", false) },
    {
      name: "proposal by reviewer",
      ...pageFor(officer, "/staff/assignments/C5/proposal?by=reviewer", false),
    },
    // With everybody who could be taken instead; it needs no script.
    { name: "proposed pair", ...pageFor(officer, `/staff/assignments/C5/proposal/${proposed.id}`, true) },
    {
      name: "ranking, calibrated",
      ...pageFor(officer, "/staff/ranking/C5?calibrated&sort=-calibrated", false),
    },
    { name: "calibration", ...pageFor(officer, "/staff/ranking/C5/calibration", true) },
    {
      ...{ name: "scores as CSV", kind: "download", readOnly: true, hotcrp: 5.3 },
      requestOf: () => ({ path: "/staff/exports/scores.csv?call=C5", headers: { cookie: officer } }),
    },
  ];
}

const publicPage = (path: string) =>
  ({ kind: "page", readOnly: true, requestOf: () => ({ path, headers: gzip }) }) as const;

const pageFor = (cookie: string, path: string, readOnly: boolean) =>
  ({ kind: "page", readOnly, requestOf: () => ({ path, headers: { ...gzip, cookie } }) }) as const;

/** As every browser asks; compressing is part of the cost. */
const gzip = { "accept-encoding": "gzip" };

interface Draft {
  id: string;
  email: string;
  person: string;
}

const draftsSql = `select min(a.id) as id, p.email, p.id as person from application a
  join company_member m on m.company_id = a.company_id and m.role = 'owner'
  join person p on p.id = m.person_id
  where a.state in ('draft', 'submitted') group by p.id order by p.email limit ${together}`;

const ownDraftSql = `select a.id, p.email, p.id as person from application a
  join company_member m on m.company_id = a.company_id join person p on p.id = m.person_id
  where p.email = ? and a.state = 'draft'`;

const reviewsSql = `select min(g.id) as id, p.email, p.id as person from assignment g
  join person p on p.id = g.reviewer_id join application a on a.id = g.application_id
  where g.state = 'accepted' and a.state = 'expert_review' group by p.id order by p.email limit ${together}`;

const ownReviewSql = `select g.id, p.email, p.id as person from assignment g
  join person p on p.id = g.reviewer_id join review r on r.assignment_id = g.id
  where p.email = ? and g.state = 'accepted' order by r.scored desc, g.id limit 1`;

const proposedSql = "select application_id as id from assignment_run_application order by worth limit 1";

type Writer<T> = T & { cookie: string };

async function signInAll<T extends { email: string }>(
  portal: BenchPortal,
  people: readonly T[],
): Promise<Writer<T>[]> {
  const writers: Writer<T>[] = [];
  for (const person of people) writers.push({ ...person, cookie: await portal.cookieOf(person.email) });
  return writers;
}

const json = { "content-type": "application/json" };

interface Typing {
  pathOf: (id: string) => string;
  section: string;
  field: string;
  textOf: (version: number) => string;
}

/** Somebody typing on in a long text: each save carries the version the last one was told. */
function typingOn(
  origin: string,
  writers: readonly Writer<Draft>[],
  { pathOf, section, field, textOf }: Typing,
): Target["requestOf"] {
  const versions = new Map<number, number>();
  return (index) => {
    const { id, person, cookie } = writers[index % writers.length]!;
    return {
      ...{ method: "POST", path: pathOf(id), headers: { ...json, origin, cookie } },
      setupRequest: (request) => {
        const version = versions.get(index) ?? 0;
        const operation = {
          ...{ kind: "set", path: field, value: textOf(version) },
          ...{ baseVersion: version, opId: randomUUID() },
        };
        return { ...request, body: JSON.stringify({ section, person, operations: [operation] }) };
      },
      onResponse: (_status, body) => {
        const answer = JSON.parse(body) as { outcomes?: { version: number }[] };
        versions.set(index, answer.outcomes?.[0]?.version ?? 0);
      },
    };
  };
}

const autosaves = (origin: string, writers: readonly Writer<Draft>[]): Target["requestOf"] =>
  typingOn(origin, writers, {
    pathOf: (id) => `/applications/${id}/autosave`,
    ...{ section: "finance", field: "finance_remarks" },
    textOf: (version) => `${sentence.repeat(8)}第${version}稿。`,
  });

const reviewSaves = (origin: string, scorers: readonly Writer<Draft>[]): Target["requestOf"] =>
  typingOn(origin, scorers, {
    pathOf: (id) => `/reviews/${id}/autosave`,
    ...{ section: "sheet", field: "questions" },
    textOf: (version) => `${sentence.repeat(3)}第${version}次修改。`,
  });

const sentence = "产线爬坡的依据是试验线四十二个批次的统计，剔除设备标定批次之后良率稳定。";
