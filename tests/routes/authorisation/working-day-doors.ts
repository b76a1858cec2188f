import { type Doors, fields, get, post } from "./access-table.ts";
import type { ActorName } from "./actors.ts";

const overview = () => "/staff/working-days";
const year = () => "/staff/working-days/2027";
const readers: readonly ActorName[] = ["officer", "officerConflicted", "administrator", "auditor"];
const nobody: readonly ActorName[] = [];
const table = {
  ...{ version: "0", sourceZh: "示例通知", sourceEn: "Sample notice", noticeOn: "2026-11-20", final: "on" },
  ...{ rowCount: "1", "rows.0.zh": "元旦", "rows.0.en": "New Year’s Day", "rows.0.from": "2027-01-01" },
};

/** Officers and auditors read what deadlines are counted by; administrators change it. */
export const workingDayDoors: Doors = {
  "/staff/working-days": [
    get(overview, readers),
    post("the reminder days", overview, fields({ days: "3,1", version: "0" }), ["administrator"]),
    post("days that are none", overview, fields({ days: "soon", version: "0" }), nobody, {
      refused: ["administrator"],
    }),
  ],
  "/staff/working-days/:year": [
    get(year, ["administrator"]),
    get(() => "/staff/working-days/2020", nobody, {}, { name: "of a year long past" }),
    get(() => "/staff/working-days/soon", nobody, {}, { name: "of no year" }),
    post(
      "see what changes",
      year,
      fields({ ...table, intent: "check" }),
      ["administrator"],
      {},
      {
        traceless: true,
      },
    ),
    post(
      "save unseen",
      year,
      fields({ ...table, intent: "save", seen: "", reason: "录入正式通知，供工作日计算。" }),
      nobody,
      {
        refused: ["administrator"],
      },
    ),
    post(
      "remove unseen",
      year,
      fields({ intent: "remove_table", version: "0", reason: "示例理由：重新录入。" }),
      nobody,
      {
        refused: ["administrator"],
      },
    ),
  ],
};
