import { type MovedDeadline, moveDeadline } from "#app/domain/applications/moved-deadline.ts";
import type { WorkingCalendar } from "#app/domain/shared/working-days.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface RunningCorrection {
  id: string;
  number: string | null;
  state: "supplement_required";
  version: number;
  companyId: string;
  companyZh: string;
  companyEn: string;
  callId: string;
  round: number;
  dueAt: string;
  requestedAt: string;
  /** Working days added to this round so far. */
  extendedBy: number;
}

export type MovingCorrection = RunningCorrection & { move: MovedDeadline };

/** Corrections that are not over, with what their deadlines were counted from. */
export async function listRunningCorrections(db: Read, now: Date): Promise<RunningCorrection[]> {
  const rows = await db
    .selectFrom("application as a")
    .innerJoin("company as c", "c.id", "a.company_id")
    .select(["a.id", "a.number", "a.version", "a.company_id as companyId", "a.call_id as callId"])
    .select(["a.correction_round as round", "a.due_at as dueAt"])
    .select(["c.name_zh as companyZh", "c.name_en as companyEn"])
    .select((eb) =>
      eb
        .selectFrom("correction_item as i")
        .select((item) => item.fn.min("i.created_at").as("at"))
        .whereRef("i.application_id", "=", "a.id")
        .whereRef("i.round", "=", "a.correction_round")
        .as("requestedAt"),
    )
    .where("a.state", "=", "supplement_required")
    .where("a.due_at", ">", now.toISOString())
    .orderBy("a.due_at")
    .orderBy("a.number")
    .execute();
  const extensions = await listExtensions(db);
  return rows.flatMap(({ dueAt, requestedAt, ...row }) => {
    if (dueAt === null || requestedAt === null) return [];
    const own = extensions.filter(({ id, round }) => id === row.id && round === row.round);
    const extendedBy = own.reduce((sum, { days }) => sum + days, 0);
    return [{ ...row, dueAt, requestedAt, extendedBy, state: "supplement_required" as const }];
  });
}

export const movedBy = (
  running: readonly RunningCorrection[],
  before: WorkingCalendar,
  after: WorkingCalendar,
): MovingCorrection[] =>
  running.flatMap((correction) => {
    const move = moveDeadline(correction, before, after);
    return move ? [{ ...correction, move }] : [];
  });

async function listExtensions(db: Read): Promise<{ id: string; round: number; days: number }[]> {
  const rows = await db
    .selectFrom("event")
    .innerJoin("application as a", "a.id", "event.application_id")
    .select(["a.id", "event.data"])
    .where("event.type", "=", "correction.extended")
    .where("a.state", "=", "supplement_required")
    .execute();
  return rows.map(({ id, data }) => {
    const { round, days } = JSON.parse(data) as { round: number; days: number };
    return { id, round, days };
  });
}
