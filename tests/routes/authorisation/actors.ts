/** Everybody who may knock. Company A ("our company") is the one whose secrets are at stake. */
export const actorNames = [
  "anonymous",
  "expired",
  "disabled",
  "halfway",
  "owner",
  "editor",
  "viewer",
  "otherOwner",
  "removed",
  "reviewerAssigned",
  "reviewerAccepted",
  "reviewerSubmitted",
  "reviewerUnassigned",
  "reviewerConflicted",
  "reviewerBlocked",
  "reviewerWithdrawn",
  "officer",
  "officerConflicted",
  "member",
  "chair",
  "administrator",
  "auditor",
] as const;
export type ActorName = (typeof actorNames)[number];

/** Nobody, as far as the portal can tell: no cookie, a session that ran out, a person who was shut out. */
export const strangers = ["anonymous", "expired", "disabled"] as const satisfies ActorName[];
/** The password was given, the second factor was not. */
export const halfSignedIn = ["halfway"] as const satisfies ActorName[];

export const editors = ["owner", "editor"] as const satisfies ActorName[];
export const members = ["owner", "editor", "viewer"] as const satisfies ActorName[];
export const applicants = [...members, "otherOwner", "removed"] as const satisfies ActorName[];
export const reviewers = [
  "reviewerAssigned",
  "reviewerAccepted",
  "reviewerSubmitted",
  "reviewerUnassigned",
  "reviewerConflicted",
  "reviewerBlocked",
  "reviewerWithdrawn",
] as const satisfies ActorName[];
export const office = ["officer", "officerConflicted", "administrator"] as const satisfies ActorName[];
/** The same where the application is the one that officerConflicted has a conflict with. */
export const freeOffice = ["officer", "administrator"] as const satisfies ActorName[];
export const staff = [...office, "member", "chair", "auditor"] as const satisfies ActorName[];
export const freeStaff = [...freeOffice, "member", "chair", "auditor"] as const satisfies ActorName[];
export const everybodySignedIn = [...applicants, ...reviewers, ...staff] as const satisfies ActorName[];
export const everybody = [...strangers, ...halfSignedIn, ...everybodySignedIn] as const satisfies ActorName[];
