import { type Doors, get, post } from "./access-table.ts";
import { editors, members } from "./actors.ts";
import type { ApplicationName } from "./world-applications.ts";
import type { World } from "./world.ts";

const table =
  (name: ApplicationName, rest: string, place = "sections/line/tables/tool_steps") =>
  (world: World) =>
    `/applications/${world.applications[name].id}/${place}/${rest}`;

/** What the preview sends when its button is pressed. */
const rows = () => {
  const form = new FormData();
  form.append(
    "sheet",
    JSON.stringify({
      name: "",
      rows: [
        ["说明", "设备台数"],
        ["一行", "3"],
      ],
      isCut: false,
    }),
  );
  form.append("base", JSON.stringify({ fields: {}, rows: {} }));
  form.append("import", crypto.randomUUID());
  form.append("intent", "import");
  return form;
};
const looking = () => {
  const form = new FormData();
  form.append("text", "说明\t设备台数\n一行\t3");
  return form;
};

const settled = ["formal", "scoring", "panel", "committee", "released", "refused", "withdrawn"] as const;

/** Tables of an application as spreadsheets, in and out. */
export const tableDoors: Doors = {
  "/applications/:id/sections/:section/tables/:table/import": [
    get(table("draft", "import"), editors, {}, { name: "draft" }),
    get(table("submitted", "import"), editors, {}, { name: "submitted" }),
    get(table("correction", "import"), [], {}, { name: "what was not flagged" }),
    ...settled.map((name) => get(table(name, "import"), [], {}, { name })),
    get(
      table("draft", "import", "sections/filing/tables/tool_steps"),
      [],
      {},
      { name: "of another section" },
    ),
    get(table("draft", "import", "sections/filing/tables/summary"), [], {}, { name: "that is no table" }),
    get(table("otherDraft", "import"), ["otherOwner"], {}, { name: "of another company" }),
    post("look", table("draft", "import"), looking, editors, {}, { traceless: true }),
    post("draft", table("draft", "import"), rows, editors),
    post("what was not flagged", table("correction", "import"), rows, []),
    ...settled.map((name) => post(name, table(name, "import"), rows, [])),
  ],
  "/applications/:id/sections/:section/tables/:table/export/:format": [
    ...(["draft", "submitted", "scoring"] as const).map((name) =>
      get(table(name, "export/csv"), members, {}, { name }),
    ),
    get(table("draft", "export/xlsx"), members, {}, { name: "as a workbook" }),
    get(table("draft", "export/exe"), [], {}, { name: "in another format" }),
    get(table("otherDraft", "export/csv"), ["otherOwner"], {}, { name: "of another company" }),
  ],
};
