import type { Actor } from "#app/domain/accounts/actor.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import type { Context } from "./context.ts";
import type { EventToRecord } from "./record-event.ts";
import { visibleApplications } from "./visible-applications.ts";

export interface LockedApplication {
  id: string;
  state: ApplicationState;
  version: number;
  companyId: string;
  callId: string;
  officerId: string | null;
  submissionId: string | null;
  round: number;
  dueAt: string | null;
  closesAt: string | null;
  reviewers: number;
  reviews: number;
}

/** The application a staff command is about, held until the commit; undefined when the actor may not see it. */
export const lockApplication = (
  trx: Write,
  actor: Actor,
  id: string,
): Promise<LockedApplication | undefined> =>
  visibleApplications(trx, actor)
    .select([
      "application.id",
      "application.state",
      "application.version",
      "application.company_id as companyId",
      "application.call_id as callId",
      "application.officer_id as officerId",
      "application.current_submission_id as submissionId",
      "application.correction_round as round",
      "application.due_at as dueAt",
      "application.reviewers",
      "application.reviews",
    ])
    .select((eb) =>
      eb
        .selectFrom("call")
        .select("call.closes_at")
        .whereRef("call.id", "=", "application.call_id")
        .$asScalar()
        .as("closesAt"),
    )
    .where("application.id", "=", id)
    .$call(forUpdate(trx))
    .$narrowType<{ state: ApplicationState }>()
    .executeTakeFirst();

interface Change {
  state?: ApplicationState;
  dueAt?: string | null;
  round?: number;
  officerId?: string | null;
}

/** Writes a change where nothing has happened since `application` was read; false when something has. */
export async function changeApplication(
  trx: Write,
  { now }: Pick<Context, "now">,
  application: Pick<LockedApplication, "id" | "state" | "version">,
  { state, dueAt, round, officerId }: Change,
): Promise<boolean> {
  const at = now.toISOString();
  const moved = state !== undefined && state !== application.state;
  const result = await trx
    .updateTable("application")
    .set({
      version: application.version + 1,
      updated_at: at,
      ...(moved ? { state, state_since: at } : {}),
      ...(dueAt === undefined ? {} : { due_at: dueAt }),
      ...(round === undefined ? {} : { correction_round: round }),
      ...(officerId === undefined ? {} : { officer_id: officerId }),
    })
    .where("id", "=", application.id)
    .where("state", "=", application.state)
    .where("version", "=", application.version)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** The same where a second write of the command has to stand or fall with the first: the lock makes it stand. */
export async function changeLocked(...change: Parameters<typeof changeApplication>): Promise<void> {
  if (!(await changeApplication(...change))) throw new Error("An application changed under its lock");
}

/** The ids by which an event about this application is found again. */
export const idsOf = (
  application: Pick<LockedApplication, "id" | "companyId" | "callId">,
): Pick<EventToRecord, "applicationId" | "companyId" | "callId"> => ({
  applicationId: application.id,
  companyId: application.companyId,
  callId: application.callId,
});
