import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import { changedDays, countWorkingDays, mayTabulate } from "#app/domain/shared/holiday-year.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { type HolidayYear, workingCalendar } from "#app/domain/shared/working-days.ts";
import type { Context } from "#app/features/context.ts";
import { changeLocked, idsOf } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import {
  calendarSetting,
  lockCalendar,
  readHolidayYears,
  type StoredHolidayYear,
} from "#app/features/working-calendar.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { listRunningCorrections, movedBy, type MovingCorrection } from "./running-corrections.ts";

export interface HolidayChange {
  year: number;
  /** Null takes the year's table away: its working days are counted by the weekday alone. */
  table: HolidayYear | null;
}

/** What a change would do, shown before it is made. */
export interface HolidayEffect {
  moves: MovingCorrection[];
  /** Days that stop being worked, and days that begin to be. */
  off: string[];
  worked: string[];
  /** Of the whole year. */
  workingDaysBefore: number;
  workingDays: number;
  /** Of this effect: the change is made only while it is still the same. */
  fingerprint: string;
}

export type HolidayRefusal = "not_allowed" | "year" | "reason" | "stale" | "effect_changed";

/** Of an application this person is recused from, only that its time moves. */
export async function previewHolidays(ctx: Context, change: HolidayChange): Promise<HolidayEffect> {
  const db = ctx.db.read;
  const effect = await effectOf(db, ctx, change, await readHolidayYears(db));
  const visible = await visibleApplications(db, ctx.actor)
    .select("application.id")
    .where("application.state", "=", "supplement_required")
    .execute();
  const ids = new Set(visible.map(({ id }) => id));
  const hidden = { number: null, companyZh: "", companyEn: "" };
  return {
    ...effect,
    moves: effect.moves.map((move, place) =>
      ids.has(move.id) ? move : { ...move, ...hidden, id: String(place) },
    ),
  };
}

interface ChangeHolidays extends HolidayChange {
  /** Of the year's table as the page had it; 0 for one that began with the portal, or is not there. */
  version: number;
  reason: string;
  /** `fingerprint` of the effect that was shown. */
  seen: string;
}

/**
 * Writes or takes away a year's table. In the same transaction running corrections get the working days they
 * were promised: their deadlines move later where they must, never earlier, and the companies hear of it.
 */
export function changeHolidays(
  ctx: Context,
  input: ChangeHolidays,
): Promise<{ ok: true; moved: number } | { ok: false; reason: HolidayRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayOffice(ctx.actor, "change_working_days")) return { ok: false, reason: "not_allowed" };
    if (!mayTabulate(input.year, beijingDay(ctx.now))) return { ok: false, reason: "year" };
    const reason = input.reason.trim();
    if (reasonProblem(reason) !== null) return { ok: false, reason: "reason" };
    const stored = await lockCalendar(trx);
    const before = stored.years.find(({ year }) => year === input.year);
    if ((before?.version ?? 0) !== input.version) return { ok: false, reason: "stale" };
    await lockRunning(trx);
    const effect = await effectOf(trx, ctx, input, stored.years);
    if (effect.fingerprint !== input.seen) return { ok: false, reason: "effect_changed" };
    await writeYears(trx, ctx, yearsAfter(stored.years, input, stored.version + 1), stored.version + 1);
    const later = effect.moves.filter(({ move }) => move.how === "later");
    for (const correction of later) await moveOne(trx, ctx, correction, reason);
    await recordEvent(trx, ctx, {
      type: "setting.changed",
      subject: { kind: "setting", id: calendarSetting },
      data: {
        ...{ year: input.year, table: input.table ? "written" : "removed", reason },
        ...{ off: effect.off, worked: effect.worked, moved: later.length },
      },
    });
    return { ok: true, moved: later.length };
  });
}

async function effectOf(
  db: Read,
  { now }: Context,
  change: HolidayChange,
  years: readonly StoredHolidayYear[],
): Promise<HolidayEffect> {
  const after = yearsAfter(years, change, 0);
  const running = await listRunningCorrections(db, now);
  const moves = movedBy(running, workingCalendar(years), workingCalendar(after));
  const days = changedDays(years, after, change.year);
  return {
    ...{ moves, ...days },
    workingDaysBefore: countWorkingDays(change.year, years),
    workingDays: countWorkingDays(change.year, after),
    fingerprint: canonicalJson({
      ...days,
      table: JSON.stringify(change.table),
      moves: moves.map(({ id, dueAt, move }) => [id, dueAt, move.dueAt]),
    }),
  };
}

const yearsAfter = (
  years: readonly StoredHolidayYear[],
  { year, table }: HolidayChange,
  version: number,
): StoredHolidayYear[] =>
  [...years.filter((each) => each.year !== year), ...(table ? [{ ...table, version }] : [])].sort(
    (a, b) => a.year - b.year,
  );

function writeYears(trx: Write, { now }: Context, years: StoredHolidayYear[], version: number) {
  const row = { value: JSON.stringify(years), updated_at: now.toISOString(), version };
  return trx
    .insertInto("setting")
    .values({ key: calendarSetting, ...row })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
}

/** Nobody returns, extends or ends a correction while its deadline is counted again. */
const lockRunning = (trx: Write) =>
  trx
    .selectFrom("application")
    .select("id")
    .where("state", "=", "supplement_required")
    .orderBy("id")
    .$call(forUpdate(trx))
    .execute();

async function moveOne(trx: Write, ctx: Context, correction: MovingCorrection, reason: string) {
  const { round, dueAt: from, move } = correction;
  await changeLocked(trx, ctx, correction, { dueAt: move.dueAt });
  await recordEvent(trx, ctx, {
    type: "correction.extended",
    subject: { kind: "application", id: correction.id },
    ...idsOf(correction),
    data: { round, from, to: move.dueAt, days: 0, reason },
  });
}
