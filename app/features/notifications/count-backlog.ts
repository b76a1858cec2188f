import type { Context } from "#app/features/context.ts";

export interface Backlog {
  /** Waiting for their turn or for another attempt. */
  waiting: number;
  /** Given up: a person must look. */
  failed: number;
}

export async function countBacklog({ db }: Pick<Context, "db">): Promise<Backlog> {
  const rows = await db.read
    .selectFrom("mail_delivery")
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .where("state", "in", ["waiting", "retrying", "sending", "failed"])
    .groupBy("state")
    .execute();
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { waiting: of("waiting") + of("retrying") + of("sending"), failed: of("failed") };
}
