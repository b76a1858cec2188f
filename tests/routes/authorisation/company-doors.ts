import { type Check, type Doors, fields, get, post } from "./access-table.ts";
import { type ActorName, applicants, editors, everybodySignedIn, members } from "./actors.ts";
import type { World } from "./world.ts";
import type { PersonName } from "./world-people.ts";

const ours =
  (rest = "") =>
  (world: World) =>
    `/companies/${world.companies.ours}${rest}`;
const colleague = (name: PersonName) => (world: World) =>
  `/companies/${world.companies.ours}/members/${world.people[name]}`;

const invitation = (prefix: string) => (world: World) =>
  new URLSearchParams({ intent: `${prefix}:${world.invitationId}` });
const invite = fields({ intent: "invite", email: "colleague@example.test", role: "editor" });
const names = fields({ nameZh: "甲子示例新名有限公司", nameEn: "" });
const noOne: readonly ActorName[] = [];
/** The fund's people and reviewers never act for a company with the same account. */
const free = applicants;
const bound = everybodySignedIn.filter((name) => !(applicants as readonly ActorName[]).includes(name));
const uscc = fields({ uscc: "91140105MA0KX6L26E", nameZh: "甲子示例另一有限公司", nameEn: "" });

const hiddenTo = (names: readonly ActorName[]) => ({ hidden: names });
const onlyOwner = (name: string, path: (world: World) => string, body: NonNullable<Check["body"]>): Check =>
  post(name, path, body, ["owner"]);

export const companyDoors: Doors = {
  "/companies/new": [
    get(() => "/companies/new", free, hiddenTo(bound)),
    post("a code that is none", () => "/companies/new", fields({ uscc: "1" }), noOne, {
      refused: free,
      hidden: bound,
    }),
    post(
      "the code of our company",
      () => "/companies/new",
      oursAgain,
      noOne,
      { refused: free, hidden: bound },
      {
        counted: true,
      },
    ),
    post("a new one", () => "/companies/new", uscc, free, hiddenTo(bound), { counted: true }),
  ],
  "/companies/:companyId": [
    get(ours(), members),
    get((world) => `/companies/${world.companies.theirs}`, ["otherOwner"], {}, { name: "another one" }),
    get(() => "/companies/none", noOne, {}, { name: "that is not there" }),
  ],
  "/companies/:companyId/names": [
    get(ours("/names"), editors),
    post("a new name", ours("/names"), names, editors),
  ],
  // The code of our company is confirmed by its check character: nobody may change it.
  "/companies/:companyId/uscc": [
    get(ours("/uscc"), noOne),
    post("another code", ours("/uscc"), fields({ uscc: "91140105MA0KX6L26E" }), noOne),
  ],
  "/companies/:companyId/licence": [get(ours("/licence"), noOne, {}, { name: "none was uploaded" })],
  "/companies/:companyId/profile": [get(ours("/profile"), noOne, { elsewhere: members })],
  "/companies/:companyId/profile/:section": [
    get(ours("/profile/company"), members),
    get(ours("/profile/nothing"), noOne, {}, { name: "of no section" }),
    post(
      "an answer",
      ours("/profile/company"),
      fields({ intent: "continue", base: "{}", business_scope: "总监" }),
      editors,
    ),
  ],
  "/companies/:companyId/members": [
    get(ours("/members"), members),
    onlyOwner("invite", ours("/members"), invite),
    onlyOwner("resend", ours("/members"), invitation("resend")),
    onlyOwner("revoke", ours("/members"), invitation("revoke")),
    post("nonsense", ours("/members"), fields({ intent: "invite", email: "x", role: "king" }), noOne, {
      refused: everybodySignedIn,
    }),
  ],
  "/companies/:companyId/members/:personId": [
    get(colleague("owner"), ["owner"], {}, { name: "the owner" }),
    get(colleague("editor"), ["owner", "editor"], {}, { name: "the editor" }),
    get(colleague("otherOwner"), noOne, {}, { name: "somebody of another company" }),
    onlyOwner("another role", colleague("editor"), fields({ role: "viewer" })),
    post("remove the editor", colleague("editor"), fields({ intent: "remove" }), ["owner", "editor"]),
    post("remove the viewer", colleague("viewer"), fields({ intent: "remove" }), ["owner", "viewer"]),
    post("remove the last owner", colleague("owner"), fields({ intent: "remove" }), noOne, {
      refused: ["owner"],
    }),
    post("make oneself owner", colleague("editor"), fields({ role: "owner" }), ["owner"]),
    post("take in somebody of another company", colleague("otherOwner"), fields({ role: "editor" }), noOne),
  ],
};

function oursAgain(): BodyInit {
  return new URLSearchParams({
    uscc: `91140100MA0000001${checkCharacterOfOurs}`,
    nameZh: "甲子示例冒名有限公司",
  });
}

/** Of 91140100MA0000001, by the table of GB 32100. */
const checkCharacterOfOurs = "6";
