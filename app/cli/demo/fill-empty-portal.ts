import { type DemoSize, fillDemo } from "./fill-demo.ts";
import type { Stage } from "./stage.ts";

export class NotEmpty extends Error {
  override name = "NotEmpty";
}

/** Fills an empty portal with the demonstration. */
export async function fillEmptyPortal(
  portal: Stage,
  size: DemoSize,
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  if (!portal.settings.demo)
    throw new Error("DEMO=1 is not set: demo accounts share one known password and have no second factor.");
  if (await isFilled(portal))
    throw new NotEmpty("This database is not empty; the demo fills only an empty one.");
  const begun = performance.now();
  await fillDemo(portal, now, size);
  log(`Filled in ${((performance.now() - begun) / 1000).toFixed(0)} s: ${await contents(portal)}.`);
}

export async function isFilled({ db }: Stage): Promise<boolean> {
  const person = await db.read.selectFrom("person").select("id").limit(1).executeTakeFirst();
  return person !== undefined;
}

async function contents({ db }: Stage): Promise<string> {
  const count = (table: "application" | "company" | "reviewer_profile" | "event") =>
    db.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
  const [applications, companies, reviewers, events] = await Promise.all([
    count("application"),
    count("company"),
    count("reviewer_profile"),
    count("event"),
  ]);
  return `${applications.n} applications, ${companies.n} companies, ${reviewers.n} reviewers, ${events.n} events`;
}
