import { expect } from "vitest";
import { type PersonActor, system } from "#app/domain/accounts/actor.ts";
import type { CallDocument, CallGroup } from "#app/domain/calls/call-document.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { createCall } from "#app/features/calls/writing/create-call.ts";
import { type CallInWriting, findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { publishCallDraft } from "#app/features/calls/writing/publish-call-draft.ts";
import { saveCallGroup } from "#app/features/calls/writing/save-call-group.ts";
import type { Context } from "#app/features/context.ts";
import { addStaff } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

export const both = (text: string) => ({ zh: `${text}（中）`, en: text });
export const reason = "指南中的电话号码有误，现予更正。";
export const notice = {
  titleZh: "公告",
  titleEn: "Notice",
  bodyZh: "专题有变。",
  bodyEn: "The call changes.",
};

export type Role = "officer" | "administrator" | "auditor" | "committee_member" | "second";

/** The fund's programme with C5 open, two administrators and the colleagues who may only look. */
export async function writingOffice(dialect: "sqlite" | "postgres") {
  const portal: TestPortal = await testPortal(dialect);
  const times = { C5: { opensAt: "2026-11-01T00:00:00.000Z", closesAt: null } };
  await installProgramme(portal.ctx(system), programmeYear, fundProgramme, times);
  const people = {} as Record<Role, PersonActor>;
  for (const role of ["officer", "administrator", "auditor", "committee_member"] as const)
    people[role] = (await addStaff(portal, `${role}@fund.example`, role)).actor;
  people.second = (await addStaff(portal, "second@fund.example", "administrator")).actor;
  let serial = 20;

  const as = (role: Role): Context => portal.ctx(people[role]);
  const idOf = async (code: string): Promise<string> =>
    (await listCallsForOffice(as("officer"))).find((call) => call.code === code)!.id;
  const writing = async (callId: string): Promise<CallInWriting> =>
    (await findCallInWriting(as("auditor"), callId))!;

  async function save<G extends CallGroup>(
    callId: string,
    group: G,
    change: (value: CallDocument[G]) => CallDocument[G],
    role: Role = "administrator",
    base?: number,
  ) {
    const now = await writing(callId);
    return saveCallGroup(as(role), {
      ...{ callId, group, base: base ?? now.groups[group]?.n ?? 0 },
      value: change(now.document[group]),
    });
  }
  async function publish(callId: string, more: Partial<Parameters<typeof publishCallDraft>[1]> = {}) {
    const { call, draftVersion } = await writing(callId);
    const versions = { draftVersion, callVersion: call.version };
    return publishCallDraft(as("administrator"), { callId, ...versions, reason: "", ...more });
  }
  async function clone(from: string | null = "C5"): Promise<string> {
    const created = await createCall(as("administrator"), {
      ...{ code: `C${(serial += 1)}`, year: 2026, title: both("A new call") },
      from: from === null ? null : await idOf(from),
    });
    if (!created.ok) return expect.fail(created.reason);
    return created.callId;
  }
  const schedule = (callId: string, opensAt = "2026-12-01T09:00", closesAt = "2027-01-15T17:00") =>
    save(callId, "times", () => ({ opensAt, closesAt, resultsOn: "" }));
  return { portal, as, idOf, writing, save, publish, clone, schedule };
}

export type WritingOffice = Awaited<ReturnType<typeof writingOffice>>;
