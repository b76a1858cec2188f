import { type Doors, fields, get, post } from "./access-table.ts";
import { members } from "./actors.ts";
import type { ApplicationName } from "./world-applications.ts";
import { signOffId } from "./world-office.ts";
import type { World } from "./world.ts";

const at = (name: ApplicationName) => (world: World) =>
  `/applications/${world.applications[name].id}/sign-off`;
const settled = ["formal", "scoring", "panel", "committee", "released", "refused", "withdrawn"] as const;

const ask = fields({ intent: "ask", note: "请签署" });
const decline = fields({ intent: "decline", request: signOffId, reason: "金额要改" });
const takeBack = fields({ intent: "withdraw", request: signOffId });

/** Editors ask, owners decline, whoever asked takes back; nobody outside the company knows of it. */
export const signOffDoors: Doors = {
  "/applications/:id/sign-off": [
    get(at("draft"), members, {}, { name: "draft" }),
    get(at("correction"), members, {}, { name: "correction" }),
    ...settled.map((name) => get(at(name), [], { elsewhere: members }, { name })),
    post("ask, draft", at("draft"), ask, ["editor"], { refused: ["owner", "viewer"] }),
    post("ask, submitted", at("submitted"), ask, ["editor"], { refused: ["owner", "viewer"] }),
    post("ask again", at("correction"), ask, [], { refused: members }),
    post("ask after closing", at("draft"), ask, [], { refused: members }, { late: true }),
    post("decline", at("correction"), decline, ["owner"], { refused: ["editor", "viewer"] }),
    post("decline where nothing was asked", at("draft"), decline, [], { refused: members }),
    post("take back", at("correction"), takeBack, ["editor"], { refused: ["owner", "viewer"] }),
    post("without saying what", at("draft"), fields({}), [], { refused: members }),
    ...settled.map((name) => post(`ask, ${name}`, at(name), ask, [], { elsewhere: members })),
  ],
};
