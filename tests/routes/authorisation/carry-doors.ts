import { type Doors, get, post } from "./access-table.ts";
import { editors } from "./actors.ts";
import type { ApplicationName } from "./world-applications.ts";
import type { World } from "./world.ts";

const at = (name: ApplicationName, rest: string) => (world: World) =>
  `/applications/${world.applications[name].id}/${rest}`;
const from = (name: ApplicationName, source: ApplicationName | "otherDraft") => (world: World) =>
  `/applications/${world.applications[name].id}/carry-over?from=${world.applications[source].id}`;

const settled = ["formal", "scoring", "panel", "committee", "released", "refused", "withdrawn"] as const;

/** What the page of differences sends. */
const taking = (source: ApplicationName) => (world: World) => {
  const form = new FormData();
  form.append("from", world.applications[source].id);
  form.append("take", "filing");
  form.append("over", "significance");
  form.append("base:filing", JSON.stringify({ fields: { significance: 1 }, rows: {} }));
  return form;
};
/** The test world's companies say of themselves what their applications say: nothing is left to update. */
const updating = () => {
  const form = new FormData();
  form.append("shown", "{}");
  return form;
};

/** Answers taken over from an earlier application or the profile, and back into the profile. */
export const carryDoors: Doors = {
  "/applications/:id/carry-over": [
    get(at("draft", "carry-over"), editors, {}, { name: "draft" }),
    get(at("submitted", "carry-over"), editors, {}, { name: "submitted" }),
    get(at("correction", "carry-over"), [], {}, { name: "correction" }),
    ...settled.map((name) => get(at(name, "carry-over"), [], {}, { name })),
    get(from("draft", "submitted"), editors, {}, { name: "from an earlier one" }),
    get(from("draft", "released"), editors, {}, { name: "from a decided one" }),
    get(from("draft", "draft"), [], {}, { name: "from itself" }),
    get(from("draft", "otherDraft"), [], {}, { name: "from another company's" }),
    get(at("draft", "carry-over?from=profile"), editors, {}, { name: "from the profile" }),
    get(at("otherDraft", "carry-over"), ["otherOwner"], {}, { name: "of another company" }),
    post("from an earlier one", at("draft", "carry-over"), taking("submitted"), editors),
    post("from another company's", at("draft", "carry-over"), taking("otherDraft"), []),
    post("into a correction", at("correction", "carry-over"), taking("submitted"), []),
    ...settled.map((name) => post(name, at(name, "carry-over"), taking("submitted"), [])),
  ],
  "/applications/:id/profile-update": [
    ...(["draft", "submitted", "scoring"] as const).map((name) =>
      get(at(name, "profile-update"), editors, {}, { name }),
    ),
    get(at("otherDraft", "profile-update"), ["otherOwner"], {}, { name: "of another company" }),
    post("nothing new", at("submitted", "profile-update"), updating, editors, {}, { traceless: true }),
  ],
};
