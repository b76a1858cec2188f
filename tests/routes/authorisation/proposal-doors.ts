import { type Doors, fields, get, post } from "./access-table.ts";
import { type ActorName, freeOffice, office } from "./actors.ts";
import type { World } from "./world.ts";

const at = (path: string) => () => path;
const readers = ["officer", "officerConflicted", "administrator", "auditor"] as const;
const auditor = { refused: ["auditor"] } as const;
const nobody: readonly ActorName[] = [];
const onlyReads = { refused: readers } as const;

const proposed =
  (name: "scoring" | "otherScoring") =>
  (world: World): string =>
    `/staff/assignments/C5/proposal/${world.applications[name].id}`;
const change = (intent: string, reviewer: "reviewerSubmitted" | "reviewerExtraOne") => (world: World) =>
  new URLSearchParams({ intent, version: "1", reviewer: world.people[reviewer] });
const start = fields({
  ...{ intent: "start", kind: "max_sum", seed: "1", least: "0", dueOn: "2026-12-10", withoutAbsent: "on" },
});

/** Who would review what: the office works it out, the auditor reads it, the committee knows nothing of it. */
export const proposalDoors: Doors = {
  "/staff/assignments/:call": [
    get(at("/staff/assignments/C5"), readers),
    get(at("/staff/assignments/C5?preview=1&declared=1&text=1&wish=1"), readers, {}, { name: "previewed" }),
    get(at("/staff/assignments/C77"), nobody, {}, { name: "of a call that is not there" }),
    post(
      "weights",
      at("/staff/assignments/C5"),
      fields({ intent: "mix", declared: "10", text: "10", wish: "10", version: "0" }),
      office,
      auditor,
    ),
    post("start", at("/staff/assignments/C90"), start, office, auditor),
    post("start beside a proposal", at("/staff/assignments/C5"), start, nobody, onlyReads),
    post("cancel nothing", at("/staff/assignments/C5"), fields({ intent: "cancel" }), nobody, onlyReads),
    post(
      "give up what was not asked",
      at("/staff/assignments/C5"),
      fields({ intent: "keep_limits", version: "1" }),
      nobody,
      onlyReads,
    ),
  ],
  "/staff/assignments/:call/proposal": [
    get(at("/staff/assignments/C5/proposal"), readers),
    get(at("/staff/assignments/C5/proposal?by=reviewer"), readers, {}, { name: "by reviewer" }),
    get(
      (world) => `/staff/assignments/C5/proposal?reviewer=${world.people.reviewerSubmitted}`,
      readers,
      {},
      { name: "of one reviewer" },
    ),
    get(at("/staff/assignments/C90/proposal"), readers, {}, { name: "that is not there" }),
    post("anew", at("/staff/assignments/C5/proposal"), fields({ version: "1" }), office, auditor),
    post("anew, stale", at("/staff/assignments/C5/proposal"), fields({ version: "7" }), nobody, onlyReads),
  ],
  "/staff/assignments/:call/proposal/:applicationId": [
    get(proposed("otherScoring"), readers, {}, { name: "anybody’s" }),
    get(proposed("scoring"), [...freeOffice, "auditor"], {}, { name: "with a conflict" }),
    get(at("/staff/assignments/C5/proposal/none"), nobody, {}, { name: "that is not there" }),
    post("pin", proposed("otherScoring"), change("pin", "reviewerExtraOne"), office, auditor),
    post("keep out", proposed("otherScoring"), change("ban", "reviewerExtraOne"), office, auditor),
    post("keep out who is assigned", proposed("scoring"), change("ban", "reviewerSubmitted"), nobody, {
      refused: [...freeOffice, "auditor"],
      hidden: ["officerConflicted"],
    }),
  ],
  "/staff/assignments/:call/release": [
    get(at("/staff/assignments/C5/release"), readers),
    get(at("/staff/assignments/C90/release"), readers, {}, { name: "of nothing" }),
    post(
      "release",
      at("/staff/assignments/C5/release"),
      fields({ intent: "release", version: "1", dueOn: "2026-12-10" }),
      office,
      auditor,
    ),
    post(
      "discard",
      at("/staff/assignments/C5/release"),
      fields({ intent: "discard", version: "1" }),
      office,
      auditor,
    ),
  ],
};
