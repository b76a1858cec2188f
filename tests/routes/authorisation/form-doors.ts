import { emptyForm } from "#app/domain/forms/edit/fresh-node.ts";
import { asJson, type Doors, fields, get, json, post } from "./access-table.ts";
import { office } from "./actors.ts";
import type { World } from "./world.ts";

const nobody = [] as const;
const readers = [...office, "auditor"] as const;
const to =
  (rest = "") =>
  (world: World) =>
    `/staff/forms/${world.formDraftId}${rest}`;
const note = "question~~part_1_section_note";

const formFile = (more: Record<string, string>) =>
  fields({ text: JSON.stringify(emptyForm("FORM", { zh: "表单", en: "Form" })), ...more });

/** Officers and administrators write forms, auditors read them, administrators publish. */
export const formDoors: Doors = {
  "/staff/forms": [
    get(() => "/staff/forms", readers),
    post(
      "start a draft",
      () => "/staff/forms",
      (world) => new URLSearchParams({ callId: world.callId, from: world.callId }),
      office,
    ),
    post("a draft for no call", () => "/staff/forms", fields({ callId: "none", from: "" }), nobody, {
      refused: office,
    }),
  ],
  "/staff/forms/import": [
    get(() => "/staff/forms/import", office),
    post(
      "a dry run",
      () => "/staff/forms/import",
      formFile({ into: "new", look: "1" }),
      office,
      {},
      {
        traceless: true,
      },
    ),
    post("import", () => "/staff/forms/import", formFile({ into: "new", apply: "1" }), office),
    post("what is no form", () => "/staff/forms/import", fields({ into: "new", text: "{" }), nobody, {
      refused: office,
    }),
  ],
  "/staff/forms/versions/:callId": [
    get(({ callId }) => `/staff/forms/versions/${callId}`, readers),
    get(() => "/staff/forms/versions/none", nobody, {}, { name: "of a call that is not there" }),
    post(
      "restore a version that is not there",
      ({ callId }) => `/staff/forms/versions/${callId}`,
      fields({ restore: "none" }),
      nobody,
      {
        refused: office,
      },
    ),
  ],
  "/staff/forms/:draftId/presence": [
    get(to("/presence"), nobody, { elsewhere: readers }),
    post("I am here", to("/presence"), json({ node: note }), office, {}, asJson),
    post("what is no place", to("/presence"), json({ node: 7 }), nobody, { refused: office }, asJson),
  ],
  "/staff/forms/:draftId": [
    get(to(), readers),
    get(() => "/staff/forms/none", nobody, {}, { name: "that is not there" }),
    post("copy a question", to(), fields({ copy: note }), office),
    post("move it past the edge", to(), fields({ up: note }), nobody, { refused: office }),
    post(
      "use it for a call once more",
      to(),
      (world) => new URLSearchParams({ callId: world.callId }),
      nobody,
      {
        refused: office,
      },
    ),
    post("correct its texts", to(), fields({ correct: "1", reason: "示例" }), nobody, {
      refused: ["administrator"],
    }),
    // The call is open, so its form stays.
    post("publish", to(), fields({ publish: "1" }), nobody, { refused: ["administrator"] }),
  ],
  "/staff/forms/:draftId/add": [
    get(to("/add?kind=question&into=part_1_section/main"), office),
    get(to("/add?kind=question&into=none"), nobody, {}, { name: "where there is no such place" }),
    post(
      "add a question",
      to("/add?kind=question&into=part_1_section/main"),
      fields({ type: "money", zh: "总投资", en: "Total investment", key: "total" }),
      office,
    ),
  ],
  "/staff/forms/:draftId/edit": [
    get(to(`/edit?at=${note}`), office),
    get(to("/edit?at=question~~none"), nobody, {}, { name: "of a question that is not there" }),
    post(
      "change a text",
      to(`/edit?at=${note}`),
      fields({
        "from.label": JSON.stringify({ zh: "示例表单草稿", en: "Sample form draft" }),
        ...{ "label.zh": "请先看说明。", "label.en": "Read this first." },
      }),
      office,
    ),
  ],
  "/staff/forms/:draftId/preview": [
    get(to("/preview"), readers),
    get(to("/preview?section=none"), nobody, {}, { name: "of a section that is not there" }),
    post("try it out", to("/preview"), fields({}), readers, {}, { traceless: true }),
  ],
  "/staff/forms/:draftId/export": [get(to("/export"), readers)],
};
