import type { ActorName } from "./actors.ts";
import type { Canary, CanaryKind } from "./canaries.ts";

/**
 * What each actor may ever be told, on whatever page: written from domain.md §2.6 and the promises on the pages,
 * not from the portal's rules.
 */
type Knows = (canary: Canary) => boolean;

const ours = new Set([
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
]);
const theirs = new Set(["otherDraft", "otherScoring"]);
const ourPeople = new Set(["owner", "editor", "viewer"]);
const reviewerNames = /^reviewer/;
/** Applications whose draft was never submitted: the fund does not know they exist. */
const onlyDrafts = new Set(["draft", "otherDraft"]);

const companyReads: readonly CanaryKind[] = [
  "title",
  "answers",
  "draft",
  "file",
  "content",
  "newfile",
  "correction",
  "signoff",
  "refusal",
  "outcome",
  "wording",
  "reply",
];

const ofCompany =
  (
    applications: ReadonlySet<string>,
    people: ReadonlySet<string>,
    company: string,
    restricted: boolean,
  ): Knows =>
  ({ kind, of }) => {
    if (kind === "person" || kind === "email") return people.has(of);
    if (kind === "company") return of === company;
    if (!applications.has(of)) return false;
    return companyReads.includes(kind) || (restricted && kind === "restricted");
  };

const ourCompany = ofCompany(ours, ourPeople, "ourCompany", true);
const ourViewer = ofCompany(ours, ourPeople, "ourCompany", false);
const otherCompany = ofCompany(theirs, new Set(["otherOwner", "otherowner"]), "otherCompany", true);

/** Reviewers see what they score, never what is restricted, never each other's names. */
const reviewing =
  (reads: readonly string[], rows: readonly string[], extra: Knows = () => false): Knows =>
  (canary) => {
    const { kind, of } = canary;
    if (kind === "company") return rows.length > 0 || reads.length > 0;
    if (kind === "title") return rows.includes(of) || reads.includes(of);
    if (kind === "answers" || kind === "file" || kind === "content" || kind === "wording")
      return reads.includes(of);
    return extra(canary);
  };

const ownSheet =
  (name: ActorName): Knows =>
  ({ kind, of }) =>
    kind === "sheet" && of === name;

const staffReads: readonly CanaryKind[] = [
  "title",
  "answers",
  "file",
  "content",
  "correction",
  "checknote",
  "refusal",
  "comment",
  "decision",
  "outcome",
  "question",
  "wording",
  "reply",
];

/** The fund's people: everything submitted, nothing that is still being typed. */
const ofFund =
  (may: { restricted: boolean; reviewers: boolean; mail: boolean; notes: boolean; except?: string }): Knows =>
  ({ kind, of }) => {
    if (kind === "person" || kind === "email") return !reviewerNames.test(of) || may.reviewers;
    if (kind === "company") return true;
    if (kind === "mail") return may.mail;
    if (onlyDrafts.has(of) || of === may.except) return false;
    if (kind === "restricted") return may.restricted;
    if (kind === "conflict") return may.notes;
    return staffReads.includes(kind);
  };

const officer = { restricted: true, reviewers: true, mail: false, notes: true };
const committee = { restricted: false, reviewers: false, mail: false, notes: false };

/** Everybody knows themselves; addresses are stored in lower case. */
const own =
  (name: ActorName, rest: Knows): Knows =>
  (canary) =>
    ((canary.kind === "person" || canary.kind === "email") &&
      canary.of.toLowerCase() === name.toLowerCase()) ||
    rest(canary);
const nothing: Knows = () => false;

export const knows: Record<ActorName, Knows> = {
  anonymous: nothing,
  expired: nothing,
  disabled: nothing,
  halfway: own("halfway", nothing),
  owner: own("owner", ourCompany),
  editor: own("editor", ourCompany),
  viewer: own("viewer", ourViewer),
  otherOwner: own("otherOwner", otherCompany),
  removed: own("removed", nothing),
  reviewerAssigned: own("reviewerAssigned", reviewing([], ["scoring"])),
  reviewerAccepted: own(
    "reviewerAccepted",
    reviewing(
      ["scoring"],
      [],
      (canary) => ownSheet("reviewerAccepted")(canary) || canary.kind === "question",
    ),
  ),
  reviewerSubmitted: own(
    "reviewerSubmitted",
    reviewing(["scoring", "panel", "committee"], [], ({ kind }) => kind === "comment"),
  ),
  reviewerUnassigned: own(
    "reviewerUnassigned",
    reviewing(["otherScoring"], [], ownSheet("reviewerUnassigned")),
  ),
  reviewerConflicted: own("reviewerConflicted", nothing),
  reviewerBlocked: own("reviewerBlocked", nothing),
  reviewerWithdrawn: own("reviewerWithdrawn", nothing),
  officer: own("officer", ofFund(officer)),
  officerConflicted: own("officerConflicted", ofFund({ ...officer, except: "scoring" })),
  member: own("member", ofFund(committee)),
  chair: own("chair", ofFund(committee)),
  administrator: own("administrator", ofFund({ ...officer, mail: true })),
  auditor: own("auditor", ofFund({ ...officer, mail: true })),
};
