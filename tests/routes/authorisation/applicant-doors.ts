import { smallPdf } from "#app/cli/demo/small-papers.ts";
import { anyPerson, asJson, type Check, type Doors, fields, get, post } from "./access-table.ts";
import {
  type ActorName,
  applicants,
  editors,
  everybodySignedIn,
  freeStaff,
  halfSignedIn,
  members,
  staff,
  strangers,
} from "./actors.ts";
import { carryDoors } from "./carry-doors.ts";
import { companyDoors } from "./company-doors.ts";
import { signOffDoors } from "./sign-off-doors.ts";
import { tableDoors } from "./table-doors.ts";
import type { ApplicationName } from "./world-applications.ts";
import type { World } from "./world.ts";

const at =
  (name: ApplicationName, rest = "") =>
  (world: World) =>
    `/applications/${world.applications[name].id}${rest}`;

const all: readonly ApplicationName[] = [
  "draft",
  "submitted",
  "formal",
  "correction",
  "scoring",
  "panel",
  "committee",
  "released",
  "refused",
  "withdrawn",
];
const submittedOnes = all.filter((name) => name !== "draft");
/** Still the company's to change: before closing, or within a correction. */
const underway = ["draft", "submitted", "correction"] as const;
const settled = all.filter((name) => !underway.includes(name as "draft"));

/** As the page showed it: every field of the test world is in its first version. */
const shown = (...paths: string[]) =>
  JSON.stringify({ fields: Object.fromEntries(paths.map((path) => [path, 1])), rows: {} });
const section = fields({
  ...{ intent: "continue", base: shown("project_name_zh", "summary", "significance") },
  significance: "改后的意义",
});
const outsideFlags = fields({ intent: "continue", base: shown("summary"), summary: "改后的摘要" });
const restricted = fields({
  intent: "continue",
  base: shown("on_cn_list", "on_cn_list_text"),
  on_cn_list: "no",
});
const autosave =
  (sectionKey: string, path: string, baseVersion = 1) =>
  (world: World, actor: ActorName) =>
    JSON.stringify({
      person: world.people[actor] ?? "",
      section: sectionKey,
      operations: [{ kind: "set", path, value: "改后的意义", opId: crypto.randomUUID(), baseVersion }],
    });
/** As it was before anybody typed. */
const restored = (path: string) => fields({ path, to: "0", seen: "1" });
const present = (sectionKey: string) => (world: World, actor: ActorName) =>
  JSON.stringify({ person: world.people[actor] ?? "", section: sectionKey });
const upload = () => {
  const form = new FormData();
  form.append("intent", "upload:a02_articles");
  form.append(
    "file:a02_articles",
    new Blob([new Uint8Array(smallPdf(["x"]))], { type: "application/pdf" }),
    "A02.pdf",
  );
  return form;
};
const signature = fields({
  ...{ key: "0193-0000-0000-0001", seen: "stale", name: "赵示例", declared: "truthful" },
});
const noAction: readonly ActorName[] = [];

/** A form that only the company's editors may send, with what the others meet. */
const editing = (
  name: string,
  path: (world: World) => string,
  body: Check["body"] & {},
  late = false,
): Check => post(name, path, body, editors, { refused: ["viewer"] }, { late });

const explanation = (world: World) =>
  new URLSearchParams({ item: world.correctionItemId, reply: "示例说明：章程正在变更。", seen: "" });

export const applicantDoors: Doors = {
  "/workspace": [anyPerson(() => "/workspace")],
  "/calls-to-try": [
    anyPerson(() => "/calls-to-try"),
    post(
      "start a test",
      () => "/calls-to-try",
      ({ draftCallId }) => new URLSearchParams({ call: draftCallId }),
      ["otherOwner"],
    ),
    post(
      "a test of another call",
      () => "/calls-to-try",
      ({ callId }) => new URLSearchParams({ call: callId }),
      [],
    ),
  ],
  "/applications/new": [
    anyPerson(() => "/applications/new?call=C5"),
    anyPerson(() => "/applications/new?call=C99", { name: "for no call" }),
    post(
      "for our company",
      () => "/applications/new?call=C5",
      (world) => new URLSearchParams({ company: world.companies.ours }),
      editors,
      { refused: everybodySignedIn.filter((name) => name !== "owner" && name !== "editor") },
    ),
    post(
      "after closing",
      () => "/applications/new?call=C5",
      (world) => new URLSearchParams({ company: world.companies.ours }),
      noAction,
      {
        elsewhere: editors,
        refused: everybodySignedIn.filter((name) => name !== "owner" && name !== "editor"),
      },
      { late: true },
    ),
  ],
  "/applications/:id": [
    ...underway.map((name) => get(at(name), members, {}, { name })),
    ...settled.map((name) => get(at(name), [], { elsewhere: members }, { name })),
    get(at("otherDraft"), ["otherOwner"], {}, { name: "of another company" }),
    get(at("draft"), members, {}, { name: "draft after closing", late: true }),
  ],
  "/applications/:id/sections/:section": [
    ...all.map((name) => get(at(name, "/sections/filing"), members, {}, { name })),
    ...(["draft", "scoring"] as const).map((name) =>
      get(at(name, "/sections/export_control"), editors, {}, { name: `restricted, ${name}` }),
    ),
    get(at("draft", "/sections/nothing"), [], {}, { name: "that is not there" }),
    get(at("draft", "/sections/declarations"), [], {}, { name: "of signing" }),
    editing("draft", at("draft", "/sections/filing"), section),
    editing("submitted", at("submitted", "/sections/filing"), section),
    post("restricted", at("draft", "/sections/export_control"), restricted, editors),
    editing("what was flagged", at("correction", "/sections/filing"), section),
    post("what was not flagged", at("correction", "/sections/filing"), outsideFlags, [], {
      refused: members,
    }),
    ...settled.map((name) => post(name, at(name, "/sections/filing"), section, [], { refused: members })),
  ],
  "/applications/:id/sections/:section/history": [
    ...all.map((name) => get(at(name, "/sections/filing/history"), members, {}, { name })),
    get(at("draft", "/sections/export_control/history"), editors, {}, { name: "restricted" }),
    get(at("draft", "/sections/nothing/history"), [], {}, { name: "that is not there" }),
    ...underway.map((name) => editing(name, at(name, "/sections/filing/history"), restored("significance"))),
    post("what was not flagged", at("correction", "/sections/filing/history"), restored("summary"), [], {
      refused: members,
    }),
    post("a file that is not there", at("draft", "/sections/filing/history"), fields({ file: "none" }), [], {
      refused: members,
    }),
    post("restricted", at("draft", "/sections/export_control/history"), restored("on_cn_list_text"), editors),
    post("of another section", at("draft", "/sections/filing/history"), restored("on_cn_list_text"), [], {
      refused: ["viewer"],
    }),
    ...settled.map((name) =>
      post(name, at(name, "/sections/filing/history"), restored("significance"), [], { refused: members }),
    ),
  ],
  "/applications/:id/autosave": [
    get(at("draft", "/autosave"), [], { elsewhere: everybodyEverywhere() }),
    ...underway.map((name) =>
      post(name, at(name, "/autosave"), autosave("filing", "significance"), editors, toldWhy(name), asJson),
    ),
    post(
      "restricted",
      at("draft", "/autosave"),
      autosave("export_control", "on_cn_list_text"),
      editors,
      toldWhy("draft"),
      asJson,
    ),
    post(
      "what was not flagged",
      at("correction", "/autosave"),
      autosave("filing", "summary"),
      [],
      toldWhy("correction", editors),
      asJson,
    ),
    post(
      "an unknown question",
      at("draft", "/autosave"),
      autosave("filing", "secret"),
      [],
      toldWhy("draft", editors),
      asJson,
    ),
    ...settled.map((name) =>
      post(
        name,
        at(name, "/autosave"),
        autosave("filing", "significance"),
        [],
        toldWhy(name, editors),
        asJson,
      ),
    ),
  ],
  "/applications/:id/presence": [
    get(at("draft", "/presence"), [], { elsewhere: everybodyEverywhere() }),
    ...underway.map((name) =>
      post(name, at(name, "/presence"), present("filing"), editors, toldMembers(), asJson),
    ),
    post("an unknown section", at("draft", "/presence"), present("secret"), [], toldMembers(editors), asJson),
    ...settled.map((name) =>
      post(name, at(name, "/presence"), present("filing"), [], toldMembers(editors), asJson),
    ),
  ],
  "/applications/:id/files": [
    get(at("draft", "/files"), [], { elsewhere: everybodyEverywhere() }),
    post("upload", at("draft", "/files"), upload, editors, toldWhy("draft")),
    post("remove", at("draft", "/files"), (world) => removal(world), editors, toldWhy("draft")),
    ...settled.map((name) => post(`upload, ${name}`, at(name, "/files"), upload, [], filesToldWhy(name))),
  ],
  "/files/:fileId": [
    ...submittedOnes.map((name) =>
      get((world) => `/files/${world.applications[name].fileId}`, submittedFileReaders(name), {}, { name }),
    ),
    get((world) => `/files/${world.applications.draft.fileId}`, members, {}, { name: "of a draft" }),
    ...submittedOnes.map((name) =>
      get(
        (world) => `/files/${world.applications[name].newFileId}`,
        members,
        {},
        { name: `not submitted, ${name}` },
      ),
    ),
    get(
      (world) => `/files/${world.applications.scoring.fileId}?inline=1`,
      submittedFileReaders("scoring"),
      {},
      {
        name: "preview",
      },
    ),
    get(() => "/files/none", [], {}, { name: "that is not there" }),
  ],
  "/applications/:id/check": [
    get(at("draft", "/check"), members, {}, { name: "draft" }),
    get(at("submitted", "/check"), members, {}, { name: "submitted" }),
    get(at("correction", "/check"), members, {}, { name: "correction" }),
    ...settled.map((name) => get(at(name, "/check"), [], { elsewhere: members }, { name })),
    post("sign", at("draft", "/check"), signature, [], { refused: members }),
  ],
  "/applications/:id/submit": [
    get(at("draft", "/submit"), members, {}, { name: "draft" }),
    post("incomplete", at("draft", "/submit"), signature, [], { refused: members }),
    post("after closing", at("draft", "/submit"), signature, [], { refused: members }, { late: true }),
    ...settled.map((name) => post(name, at(name, "/submit"), signature, [], { elsewhere: members })),
  ],
  "/applications/:id/delete": [
    get(at("draft", "/delete"), ["owner"], {}, { name: "draft" }),
    get(at("submitted", "/delete"), [], {}, { name: "submitted" }),
    post("draft", at("draft", "/delete"), fields({}), ["owner"], { refused: ["editor", "viewer"] }),
    ...submittedOnes.map((name) => post(name, at(name, "/delete"), fields({}), [], { refused: members })),
  ],
  "/applications/:id/receipt/:version": [
    ...submittedOnes.map((name) => get(at(name, "/receipt/1"), members, {}, { name })),
    get(at("submitted", "/receipt/2"), [], {}, { name: "of a version that is not there" }),
    get(at("draft", "/receipt/1"), [], {}, { name: "draft" }),
  ],
  "/applications/:id/status": [
    ...all.map((name) => get(at(name, "/status"), members, {}, { name })),
    post("explain a flag", at("correction", "/status"), explanation, editors, { refused: ["viewer"] }),
    post("explain what was not flagged", at("submitted", "/status"), explanation, []),
  ],
  "/applications/:id/withdraw": [
    ...submittedOnes.map((name) => get(at(name, "/withdraw"), members, {}, { name })),
    ...(["submitted", "formal", "correction", "scoring", "panel"] as const).map((name) =>
      post(name, at(name, "/withdraw"), fields({}), ["owner"], { refused: ["editor", "viewer"] }),
    ),
    ...(["draft", "committee", "released", "refused", "withdrawn"] as const).map((name) =>
      post(name, at(name, "/withdraw"), fields({}), [], { refused: members }),
    ),
  ],
  "/applications/:id/print": [
    ...all.map((name) => get(at(name, "/print"), members, {}, { name })),
    get(at("scoring", "/print?draft"), members, {}, { name: "the draft of a submitted one" }),
  ],
  // One of each suffices: what is set on pages is what the print page shows, and setting it takes a second.
  "/applications/:id/pdf": [
    get(at("draft", "/pdf"), members, {}, { name: "draft" }),
    get(at("scoring", "/pdf"), submittedFileReaders("scoring"), {}, { name: "scoring" }),
    get(at("scoring", "/pdf?version=9"), [], {}, { name: "a version that is not there" }),
    get(at("formal", "/pdf?draft=1"), members, { open: staff }, { name: "the draft of a submitted one" }),
    get(at("otherDraft", "/pdf"), ["otherOwner"], {}, { name: "of another company" }),
  ],
  "/applications/:id/packet": [
    get(at("draft", "/packet"), members, {}, { name: "draft" }),
    get(at("scoring", "/packet"), submittedFileReaders("scoring"), {}, { name: "scoring" }),
    get(at("released", "/packet?version=1"), [...members, ...staff], {}, { name: "a version" }),
    get(at("scoring", "/packet?version=9"), [], {}, { name: "a version that is not there" }),
    get(at("scoring", "/packet?version=-1"), [], {}, { name: "a version that cannot be" }),
    get(at("scoring", "/packet?version=99999999999"), [], {}, { name: "a version beyond all numbers" }),
    get(at("formal", "/packet?draft=1"), members, { open: staff }, { name: "the draft of a submitted one" }),
    get(at("otherDraft", "/packet"), ["otherOwner"], {}, { name: "of another company" }),
  ],
  // Everything is in the store: whoever may have the packet is sent to it.
  "/applications/:id/packet/missing": [
    get(
      at("scoring", "/packet/missing"),
      [],
      { elsewhere: submittedFileReaders("scoring") },
      { name: "scoring" },
    ),
    get(
      at("otherDraft", "/packet/missing"),
      [],
      { elsewhere: ["otherOwner"] },
      { name: "of another company" },
    ),
  ],
  ...tableDoors,
  ...carryDoors,
  ...signOffDoors,
  ...companyDoors,
};

/** Scripts get a status instead of a page to sign in; who knows the application is told that it is not theirs to change. */
function toldWhy(name: ApplicationName, more: readonly ActorName[] = []) {
  return { refused: [...strangers, ...halfSignedIn, "viewer", ...rowsOf(name), ...more] as ActorName[] };
}

/** What goes on within a company is hidden even from those who may read its application. */
function toldMembers(more: readonly ActorName[] = []) {
  return { refused: [...strangers, ...halfSignedIn, "viewer", ...more] as ActorName[] };
}

function filesToldWhy(name: ApplicationName) {
  const readers = submittedFileReaders(name);
  return { refused: [...strangers, ...halfSignedIn, ...readers] };
}

/** Who sees at least the row of an application in a list of theirs, besides its company. */
function rowsOf(name: ApplicationName): ActorName[] {
  if (name === "draft") return [];
  const fund = name === "scoring" ? freeStaff : staff;
  const assigned: Partial<Record<ApplicationName, ActorName[]>> = {
    scoring: ["reviewerAssigned", "reviewerAccepted", "reviewerSubmitted", "reviewerBlocked"],
    panel: ["reviewerSubmitted"],
    committee: ["reviewerSubmitted"],
  };
  return [...fund, ...(assigned[name] ?? [])];
}

function removal(world: World): BodyInit {
  const form = new FormData();
  form.append("intent", `remove-file:${world.applications.draft.fileId}`);
  return form;
}

function everybodyEverywhere(): ActorName[] {
  return [...strangers, ...halfSignedIn, ...applicants, ...everybodySignedIn];
}

/** The company, the fund's people without a conflict, and reviewers whose declaration opens that application. */
function submittedFileReaders(name: ApplicationName): ActorName[] {
  const fund = name === "scoring" ? freeStaff : staff;
  const scorers: Partial<Record<ApplicationName, ActorName[]>> = {
    scoring: ["reviewerAccepted", "reviewerSubmitted"],
    panel: ["reviewerSubmitted"],
    committee: ["reviewerSubmitted"],
  };
  return [...members, ...fund, ...(scorers[name] ?? [])];
}
