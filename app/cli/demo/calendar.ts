import { addDays, beijingDay, beijingInstant } from "#app/domain/shared/beijing-time.ts";
import { isWorkingDay, workingCalendar } from "#app/domain/shared/working-days.ts";
import { holidayYears } from "#db/programme/holidays.ts";

const calendar = workingCalendar(holidayYears);

/** A story says when its next step is due, and is told when it really happens. */
export type Story = AsyncGenerator<Date, void, Date>;

const minute = 60_000;

/** Moments counted back from the day the demonstration is made. */
export interface Moments {
  end: Date;
  /** A working day `daysAgo` or the nearest before it, `minutes` after nine in Beijing. */
  office(daysAgo: number, minutes?: number): Date;
  /** The day itself, weekend or not. */
  any(daysAgo: number, minutes?: number): Date;
  /** The calendar day (Beijing) that many days ago; negative for days to come. */
  day(daysAgo: number): string;
  /** That day if it is worked, else the last one before it that is. */
  workday(daysAgo: number): string;
}

export function momentsBefore(end: Date): Moments {
  const today = beijingDay(end);
  const day = (daysAgo: number) => addDays(today, -Math.round(daysAgo));
  const workday = (daysAgo: number) => {
    let on = day(daysAgo);
    while (!isWorkingDay(on, calendar)) on = addDays(on, -1);
    return on;
  };
  const at = (on: string, minutes: number) =>
    new Date(Math.min(beijingInstant(on, "09:00").getTime() + minutes * minute, end.getTime() - minute));
  return {
    end,
    day,
    any: (daysAgo, minutes = 0) => at(day(daysAgo), minutes),
    workday,
    office: (daysAgo, minutes = 0) => at(workday(daysAgo), minutes),
  };
}

/**
 * Plays many stories as one history: always the step that is due next, so that the record reads in order.
 * Within a story time never runs backwards. `atNight` is told of each day that ended.
 */
export async function play(
  stories: readonly Story[],
  atNight: (endOfDay: Date) => Promise<void>,
): Promise<void> {
  const waiting: { story: Story; at: Date }[] = [];
  for (const story of stories) {
    const first = await story.next();
    if (!first.done) waiting.push({ story, at: first.value });
  }
  let today = "";
  for (;;) {
    const due = earliest(waiting);
    if (!due) break;
    const day = beijingDay(due.at);
    if (today !== "" && day !== today) await atNight(beijingInstant(today, "23:59"));
    today = day;
    const next = await due.story.next(due.at);
    if (next.done) waiting.splice(waiting.indexOf(due), 1);
    else due.at = new Date(Math.max(next.value.getTime(), due.at.getTime() + 4 * minute));
  }
}

function earliest<T extends { at: Date }>(list: readonly T[]): T | undefined {
  let first: T | undefined;
  for (const each of list) if (!first || each.at < first.at) first = each;
  return first;
}
