import { system } from "#app/domain/accounts/actor.ts";
import { removeExpired } from "#app/features/accounts/remove-expired.ts";
import { lapseCorrections } from "#app/features/applications/office/lapse-corrections.ts";
import { purgeOpenedTests } from "#app/features/applications/tests/purge-test.ts";
import type { Context } from "#app/features/context.ts";
import { countBacklog } from "#app/features/notifications/count-backlog.ts";
import { forgetSpentLinks } from "#app/features/notifications/forget-spent-links.ts";
import { remindCorrections } from "#app/features/notifications/remind-corrections.ts";
import { remindClosingSoon } from "#app/features/notifications/remind-closing-soon.ts";
import { calibrateCalls } from "#app/features/reviews/calibration/calibrate-calls.ts";
import { checkConflicts } from "#app/features/reviews/conflicts/check-conflicts.ts";
import { workRuns } from "#app/features/reviews/proposal/work-runs.ts";
import { newId } from "#app/platform/new-id.ts";
import { type Loop, startLoop } from "./loop.ts";
import type { WorkerServices } from "./worker-services.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

interface Duty {
  name: string;
  everyMs: number;
  run: (ctx: Context, services: WorkerServices) => Promise<unknown>;
}

/** What the worker does by the clock. Each may run in several workers at once and changes things only once. */
const schedule: readonly Duty[] = [
  { name: "purge tests of opened calls", everyMs: 20 * second, run: purgeOpenedTests },
  { name: "look for conflicts of interest", everyMs: 5 * second, run: checkConflicts },
  {
    name: "work out who reviews what",
    everyMs: second,
    run: (ctx, { clock }) => workRuns(ctx, clock),
  },
  { name: "calibrate scores", everyMs: 2 * second, run: calibrateCalls },
  { name: "lapse corrections", everyMs: minute, run: lapseCorrections },
  { name: "remind of corrections", everyMs: 10 * minute, run: remindCorrections },
  { name: "remind drafts before closing", everyMs: 10 * minute, run: remindClosingSoon },
  { name: "remove expired sessions and links", everyMs: hour, run: removeExpired },
  { name: "forget spent links in the outbox", everyMs: hour, run: forgetSpentLinks },
  { name: "measure the mail backlog", everyMs: 30 * second, run: measureBacklog },
];

export const startSchedule = (services: WorkerServices): Loop[] =>
  schedule.map(({ name, everyMs, run }) =>
    startLoop({
      name,
      everyMs,
      logger: services.logger,
      run: async () => (await run(systemContext(services), services)) === true,
    }),
  );

async function measureBacklog(ctx: Context, { metrics }: WorkerServices): Promise<void> {
  const { waiting } = await countBacklog(ctx);
  metrics.mailBacklog.set(waiting);
}

/** The worker acts as the portal itself; every run has its own id in the record. */
const systemContext = ({ db, files, settings, clock }: WorkerServices): Context => ({
  db,
  files,
  settings,
  actor: system,
  now: clock(),
  requestId: newId(),
});
