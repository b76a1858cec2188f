import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { type CorrectionItem, formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import type { FilingCompany } from "./filing-company.ts";

/** A whole application that was submitted, checked and sent back with these defects. */
export async function flaggedApplication(
  world: FilingCompany,
  officer: PersonActor,
  items: readonly CorrectionItem[],
): Promise<string> {
  const id = await world.completed();
  const submitted = await world.submit(id);
  if (!submitted.ok) throw new Error(submitted.reason);
  const { version } = (await findDraft(world.portal.ctx(world.owner), id))!.head;
  const office = world.portal.ctx(officer);
  const started = await startFormalCheck(office, { applicationId: id, version, evenThoughOpen: true });
  if (!started.ok) throw new Error(started.reason);
  const checklist = Object.fromEntries(
    formalCheckCodes.map((code) => [
      code,
      { result: code === "F08" ? "problem" : "ok", note: "材料不齐" } as const,
    ]),
  );
  const asked = await requestCorrection(office, { checkId: started.checkId, version: 1, checklist, items });
  if (!asked.ok) throw new Error(JSON.stringify(asked));
  return id;
}
