import Sqlite from "better-sqlite3";
import { randomUUID } from "node:crypto";
import { seededRandom } from "#app/analysis/seeded-random.ts";

const seats = 5;
const bytesPerChoice = 7;

/**
 * A proposal on the table of C5, of the shape that a run leaves: five reviewers for every application in review, and
 * beside each application what every reviewer would be worth. Working it out is measured elsewhere (assign.ts).
 */
export function layProposal(databaseFile: string): void {
  const db = new Sqlite(databaseFile);
  const random = seededRandom(5);
  const call = db.prepare("select id from call where code = 'C5' order by year desc").get() as { id: string };
  const officer = db.prepare("select id from person where email = 'officer@fund.example'").get() as {
    id: string;
  };
  const applications = db
    .prepare("select id from application where call_id = ? and state = 'expert_review' and is_test = 0")
    .all(call.id) as { id: string }[];
  const reviewers = db.prepare("select person_id as id from reviewer_profile order by person_id").all() as {
    id: string;
  }[];
  const at = new Date().toISOString();
  const run = randomUUID();
  const [held, gained] = [new Map<string, number>(), new Map<string, number>()];
  const insert = (table: string, row: Record<string, string | number>) =>
    db
      .prepare(
        `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.keys(row)
          .map(() => "?")
          .join(", ")})`,
      )
      .run(...Object.values(row));
  db.transaction(() => {
    insert("assignment_run", {
      ...{ id: run, call_id: call.id, kind: "max_sum", parameters: JSON.stringify(parameters), seed: 1 },
      ...{ state: "proposed", round: 1, progress: 100, input_hash: "0".repeat(64) },
      ...{
        certificate: JSON.stringify(certificate),
        reviewers: JSON.stringify(reviewers.map(({ id }) => id)),
      },
      ...{ pairs: applications.length * seats, value: 1, created_by: officer.id, created_at: at },
      ...{ updated_at: at, version: 1 },
    });
    for (const [index, { id }] of applications.entries()) {
      let sum = 0;
      for (let seat = 0; seat < seats; seat += 1) {
        const reviewer = reviewers[(index * seats + seat) % reviewers.length]!.id;
        const worth = Math.floor(random() * 1e9);
        sum += worth;
        held.set(reviewer, (held.get(reviewer) ?? 0) + 1);
        gained.set(reviewer, (gained.get(reviewer) ?? 0) + worth);
        const pair = { run_id: run, application_id: id, reviewer_id: reviewer };
        insert("assignment_pair", { ...pair, mark: "", worth, why: "[50,40,null]" });
      }
      const choices = Buffer.alloc(reviewers.length * bytesPerChoice, 50).toString("base64");
      insert("assignment_run_application", {
        ...{ run_id: run, application_id: id, worth: sum, assigned: seats, choices },
      });
    }
    for (const [place, { id }] of reviewers.entries())
      insert("assignment_run_reviewer", {
        ...{ run_id: run, reviewer_id: id, place, assigned: held.get(id) ?? 0 },
        ...{ worth: gained.get(id) ?? 0, room: 60 },
      });
  })();
  db.close();
}

const parameters = {
  ...{ total: seats, composition: { technology: 2, industry: 1, finance: 1, investment_legal: 1 }, least: 0 },
  ...{ dueOn: "2099-12-10", withoutAbsent: true, weights: { declared: 50, text: 40, wish: 10 } },
  ...{ fewerSeats: {}, fewerOf: {}, beyondLimit: {}, price: 10 },
};

const certificate = {
  ...{ value: 1, bound: 1, worst: 0, isFairest: false, parts: 1, breaches: 0, prices: null },
};
