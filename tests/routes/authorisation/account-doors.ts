import { anybody, anyPerson, type Doors, fields, get, post } from "./access-table.ts";
import { everybody, everybodySignedIn, halfSignedIn, strangers } from "./actors.ts";
import { emailOf, password, sessionIdOf } from "./world-people.ts";
import type { World } from "./world.ts";

const nextPassword = "fenhe-river-runs-slowly-south";
const counted = { counted: true } as const;
const at = (path: string) => () => path;
const link = (prefix: string, name: keyof World["tokens"]) => (world: World) =>
  `/${prefix}/${world.tokens[name]}`;

/** A refusal to whoever needs the page; the page itself sends the others on. */
const refusedOrSentOn = {
  refused: strangers,
  second_factor: halfSignedIn,
  elsewhere: everybodySignedIn,
} as const;
const typed = (...names: string[]) => ({ counted: true, tells: names.map((name) => `email/${name}`) });
const allElsewhere = { elsewhere: everybody };
const invitedBy = { tells: ["company/ourCompany", "person/owner"] };
const viewersReset = { tells: ["email/viewer"] };

/** One's own account; links that were mailed work for whoever holds them. */
export const accountDoors: Doors = {
  "/sign-in": [
    get(at("/sign-in"), strangers, { elsewhere: everybodySignedIn }),
    post("right", at("/sign-in"), fields({ email: emailOf("owner"), password }), everybody, {}, counted),
    post(
      "wrong",
      at("/sign-in"),
      fields({ email: emailOf("owner"), password: "x" }),
      [],
      refusedOrSentOn,
      typed("owner"),
    ),
    post(
      "of nobody",
      at("/sign-in"),
      fields({ email: "nobody@example.test", password }),
      [],
      refusedOrSentOn,
      counted,
    ),
    post(
      "of somebody shut out",
      at("/sign-in"),
      fields({ email: emailOf("disabled"), password }),
      [],
      refusedOrSentOn,
      typed("disabled"),
    ),
  ],
  "/sign-in/second-factor": [
    get(at("/sign-in/second-factor"), halfSignedIn, { elsewhere: everybodySignedIn }),
    post(
      "a wrong code",
      at("/sign-in/second-factor"),
      fields({ code: "000000" }),
      [],
      { refused: halfSignedIn, sign_in: everybodySignedIn },
      counted,
    ),
    post(
      "a forged offer",
      at("/sign-in/second-factor"),
      fields({ intent: "set-up", sealed: "forged", code: "000000" }),
      [],
      { refused: halfSignedIn, elsewhere: everybodySignedIn },
      counted,
    ),
  ],
  "/sign-out": [
    get(at("/sign-out"), [], { hidden: everybody }),
    post("out", at("/sign-out"), fields({}), [...halfSignedIn, ...everybodySignedIn], {
      elsewhere: strangers,
    }),
  ],
  "/register": [
    get(at("/register"), strangers, { elsewhere: [...halfSignedIn, ...everybodySignedIn] }),
    post(
      "a new address",
      at("/register"),
      fields({ name: "新示例", email: "new@example.test" }),
      everybody,
      {},
      counted,
    ),
    post(
      "an address in use",
      at("/register"),
      fields({ name: "新示例", email: emailOf("owner") }),
      everybody,
      {},
      typed("owner"),
    ),
    post(
      "nothing",
      at("/register"),
      fields({}),
      [],
      { refused: strangers, elsewhere: [...halfSignedIn, ...everybodySignedIn] },
      counted,
    ),
  ],
  "/verify-email/:token": [
    anybody(link("verify-email", "verification")),
    get(at("/verify-email/forged"), [], { hidden: everybody }, { name: "forged" }),
    get(link("verify-email", "reset"), [], { hidden: everybody }, { name: "with a link of another kind" }),
    post(
      "a password",
      link("verify-email", "verification"),
      fields({ password: nextPassword }),
      everybody,
      {},
      counted,
    ),
    post(
      "a forged link",
      at("/verify-email/forged"),
      fields({ password: nextPassword }),
      [],
      { elsewhere: everybody },
      counted,
    ),
  ],
  "/reset": [
    anybody(at("/reset")),
    post("a known address", at("/reset"), fields({ email: emailOf("owner") }), everybody, {}, typed("owner")),
    post(
      "an unknown address",
      at("/reset"),
      fields({ email: "nobody@example.test" }),
      everybody,
      {},
      { ...counted, traceless: true },
    ),
  ],
  "/reset/:token": [
    anybody(link("reset", "reset"), viewersReset),
    get(at("/reset/forged"), [], { hidden: everybody }, { name: "forged" }),
    get(link("reset", "verification"), [], { hidden: everybody }, { name: "with a link of another kind" }),
    post("a password", link("reset", "reset"), fields({ password: nextPassword }), everybody, {}, counted),
    post(
      "a forged link",
      at("/reset/forged"),
      fields({ password: nextPassword }),
      [],
      { elsewhere: everybody },
      counted,
    ),
  ],
  "/account": [
    anyPerson(at("/account")),
    post("own name", at("/account"), fields({ name: "新名示例", locale: "en" }), everybodySignedIn),
    post("no name", at("/account"), fields({ name: "", locale: "en" }), [], { refused: everybodySignedIn }),
  ],
  "/account/password": [
    anyPerson(at("/account/password")),
    post(
      "a new one",
      at("/account/password"),
      fields({ current: password, password: nextPassword }),
      everybodySignedIn,
      {},
      counted,
    ),
    post(
      "without the old one",
      at("/account/password"),
      fields({ current: "x", password: nextPassword }),
      [],
      { refused: everybodySignedIn },
      counted,
    ),
  ],
  "/account/second-factor": [
    anyPerson(at("/account/second-factor")),
    post(
      "begin",
      at("/account/second-factor"),
      fields({ intent: "begin" }),
      everybodySignedIn,
      {},
      { traceless: true },
    ),
    post(
      "a forged offer",
      at("/account/second-factor"),
      fields({ intent: "set-up", sealed: "forged", code: "000000" }),
      [],
      { refused: everybodySignedIn },
      counted,
    ),
    post(
      "remove",
      at("/account/second-factor"),
      fields({ intent: "remove", password, code: "000000" }),
      [],
      { refused: everybodySignedIn },
      counted,
    ),
  ],
  "/account/sessions": [
    anyPerson(at("/account/sessions")),
    post("the owner's own", at("/account/sessions"), fields({ session: sessionIdOf("owner") }), ["owner"], {
      elsewhere: everybodySignedIn.filter((name) => name !== "owner"),
    }),
    post("all others", at("/account/sessions"), fields({ session: "all-others" }), [], {
      elsewhere: everybodySignedIn,
    }),
  ],
  "/invitations/:token": [
    get(link("invitations", "invitation"), [...strangers, ...everybodySignedIn], {}, invitedBy),
    get(at("/invitations/forged"), [], { hidden: [...strangers, ...everybodySignedIn] }, { name: "forged" }),
    post(
      "by somebody new",
      link("invitations", "invitation"),
      fields({ name: "新示例", password: nextPassword }),
      strangers,
      allElsewhere,
      { ...counted, ...invitedBy },
    ),
    post(
      "a forged link",
      at("/invitations/forged"),
      fields({ name: "新示例", password: nextPassword }),
      [],
      allElsewhere,
      counted,
    ),
  ],
  "/test-invitations/:token": [
    get(
      link("test-invitations", "testInvitation"),
      [...strangers, ...everybodySignedIn],
      {},
      { tells: ["person/administrator"] },
    ),
    get(
      at("/test-invitations/forged"),
      [],
      { hidden: [...strangers, ...everybodySignedIn] },
      { name: "forged" },
    ),
    post(
      "by somebody new",
      link("test-invitations", "testInvitation"),
      fields({ name: "新示例", password: nextPassword }),
      strangers,
      allElsewhere,
      { ...counted, tells: ["person/administrator"] },
    ),
    post(
      "a forged link",
      at("/test-invitations/forged"),
      fields({ name: "新示例", password: nextPassword }),
      [],
      allElsewhere,
      counted,
    ),
  ],
  "/staff-invitations/:token": [
    get(link("staff-invitations", "staffInvitation"), [...strangers, ...everybodySignedIn]),
    get(
      at("/staff-invitations/forged"),
      [],
      { hidden: [...strangers, ...everybodySignedIn] },
      { name: "forged" },
    ),
    post(
      "by somebody new",
      link("staff-invitations", "staffInvitation"),
      fields({ name: "新示例", password: nextPassword }),
      strangers,
      allElsewhere,
      counted,
    ),
    post(
      "a forged link",
      at("/staff-invitations/forged"),
      fields({ name: "新示例", password: nextPassword }),
      [],
      allElsewhere,
      counted,
    ),
  ],
};
