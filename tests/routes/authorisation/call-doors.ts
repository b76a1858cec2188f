import { type Doors, fields, get, post } from "./access-table.ts";
import { office, staff } from "./actors.ts";
import type { World } from "./world.ts";

const nobody = [] as const;
const readers = [...office, "auditor"] as const;
const writers = ["administrator"] as const;
const why = "示例理由：材料齐全，符合条件，同意继续。";
/** The call that is open, and one that is only in preparation. */
const open =
  (rest = "") =>
  (world: World) =>
    `/staff/calls/${world.callId}${rest}`;
const draft =
  (rest = "") =>
  (world: World) =>
    `/staff/calls/${world.draftCallId}${rest}`;
const contact = {
  "office.zh": "基金办",
  "office.en": "Fund office",
  "hours.zh": "全天",
  "hours.en": "all day",
};

/** Calls are run by the office, written by administrators and read by officers and auditors before they are public. */
export const callDoors: Doors = {
  "/staff/calls": [get(() => "/staff/calls", staff)],
  "/staff/calls/new": [
    get(() => "/staff/calls/new", writers),
    post(
      "a call of its own",
      () => "/staff/calls/new",
      (world) =>
        new URLSearchParams({
          ...{ code: "C91", year: "2026", titleZh: "示例专题", titleEn: "Sample call", from: world.callId },
        }),
      writers,
    ),
    post(
      "a call that is there",
      () => "/staff/calls/new",
      fields({ code: "C5", year: "2026", titleZh: "示例专题", titleEn: "Sample call", from: "" }),
      nobody,
      { refused: writers },
    ),
  ],
  "/staff/calls/:callId": [
    get(open(), staff),
    get(draft(), staff, {}, { name: "in preparation" }),
    get(() => "/staff/calls/none", nobody, {}, { name: "that is not there" }),
    post(
      "extend",
      open(),
      fields({
        ...{ intent: "extend", version: "1", closesAt: "2027-01-20T17:00", reason: why },
        ...{ titleZh: "延期公告", titleEn: "Extended", bodyZh: why, bodyEn: "Extended by five days." },
      }),
      office,
    ),
    post("publish before its time", open(), fields({ intent: "publish", version: "1" }), nobody, {
      refused: office,
    }),
  ],
  "/staff/calls/:callId/edit": [
    get(open("/edit"), readers),
    get(draft("/edit"), readers, {}, { name: "in preparation" }),
    get(() => "/staff/calls/none/edit", nobody, {}, { name: "that is not there" }),
    post("publish without a change", open("/edit"), fields({ callVersion: "1", draftVersion: "0" }), nobody, {
      refused: writers,
    }),
    post(
      "another form for an open call",
      open("/edit"),
      fields({ chooseForm: "1", callVersion: "1", formVersionId: "none" }),
      nobody,
      { refused: writers },
    ),
  ],
  "/staff/calls/:callId/edit/:group": [
    get(open("/edit/contact"), readers),
    get(draft("/edit/eligibility"), readers, {}, { name: "in preparation" }),
    get(draft("/edit/none"), nobody, {}, { name: "a group that is not there" }),
    post("change texts", open("/edit/contact"), fields({ base: "0", phone: "0351-1", ...contact }), writers),
    post("change what is frozen", open("/edit/reviewers"), fields({ base: "0", total: "7" }), nobody, {
      refused: writers,
    }),
    post(
      "add a row",
      draft("/edit/about"),
      fields({ base: "0", act: "add:fit" }),
      writers,
      {},
      {
        traceless: true,
      },
    ),
  ],
  "/staff/calls/:callId/tests": [
    get(draft("/tests"), office),
    get(open("/tests"), office, {}, { name: "of a call that is open" }),
    post("start a test", draft("/tests"), fields({}), office),
    post("test an open call", open("/tests"), fields({}), nobody, { refused: office }),
    post(
      "erase what is no test",
      open("/tests"),
      (world) => new URLSearchParams({ purge: world.applications.submitted.id }),
      nobody,
    ),
  ],
  "/staff/calls/:callId/testers": [
    get(draft("/testers"), office),
    get(open("/testers"), office, {}, { name: "of a call that is open" }),
    post("invite", draft("/testers"), fields({ email: "new@example.test", locale: "zh" }), writers),
    post(
      "invite to an open call",
      open("/testers"),
      fields({ email: "new@example.test", locale: "zh" }),
      nobody,
      {
        refused: writers,
      },
    ),
    post(
      "send again",
      draft("/testers"),
      ({ testers }) => new URLSearchParams({ intent: `resend:${testers.waiting}` }),
      writers,
    ),
    post(
      "take back",
      draft("/testers"),
      ({ testers }) => new URLSearchParams({ intent: `dismiss:${testers.accepted}` }),
      writers,
    ),
    post(
      "take back under another call",
      open("/testers"),
      ({ testers }) => new URLSearchParams({ intent: `dismiss:${testers.accepted}` }),
      nobody,
      { elsewhere: writers },
    ),
  ],
  "/staff/calls/:callId/preview": [
    get(open("/preview"), readers),
    get(draft("/preview"), readers, {}, { name: "in preparation" }),
  ],
  "/staff/calls/:callId/export": [get(open("/export"), readers)],
  "/staff/calls/:callId/import": [
    get(draft("/import"), writers),
    post("no JSON", draft("/import"), fields({ json: "{" }), nobody, { refused: writers }),
  ],
  "/staff/calls/:callId/withdraw": [
    get(draft("/withdraw"), writers),
    get(open("/withdraw"), nobody, {}, { name: "of a call that is open" }),
    post("withdraw", draft("/withdraw"), fields({ version: "1", reason: why }), writers),
    post("withdraw an open one", open("/withdraw"), fields({ version: "1", reason: why }), nobody, {
      refused: writers,
    }),
  ],
};
