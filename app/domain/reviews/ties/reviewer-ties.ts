import { type RawAnswers, type RawRow, rowsOf } from "../../forms/raw-answers.ts";
import { nameKey, type Party, partyOf } from "./party.ts";

/** What a reviewer is to an organisation. */
export const postKinds = [
  "employed",
  "shareholding",
  "director",
  "executive",
  "adviser",
  "other",
  "member",
] as const;
export type PostKind = (typeof postKinds)[number];

export interface Post extends Party {
  readonly kind: PostKind;
  /** Months, `YYYY-MM`; empty where it is not said, and `to` also while it lasts. */
  readonly from: string;
  readonly to: string;
}

export interface ReviewerTies {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly Post[];
}

/** A post that has ended counts for three years more (domain.md §2.6). */
const yearsAfter = 3;

/** `today` is a calendar day in Beijing. */
export function stillCounts({ to }: Pick<Post, "to">, today: string): boolean {
  if (to === "") return true;
  const [year = 0, month = 1] = to.split("-").map(Number);
  return `${year + yearsAfter}-${String(month).padStart(2, "0")}` >= today.slice(0, 7);
}

/** Employers, shareholdings and posts of the registry's form, what the office noted, and teams on the portal. */
export function postsOf(registries: readonly RawAnswers[], noted: Party, memberOf: readonly Party[]): Post[] {
  const given = registries.flatMap((raw) => [
    ...rowsOf(raw, "employers").map((row) => post(row, "employer", "employed", "employed")),
    ...rowsOf(raw, "ties").map((row) => post(row, "tie_company", kindOf(row), "tie")),
  ]);
  const lasting = (party: Party, kind: PostKind): Post => ({ ...party, kind, from: "", to: "" });
  const isGiven = given.some(
    ({ kind, name, uscc }) =>
      kind === "employed" && (uscc === "" ? nameKey(name) === nameKey(noted.name) : uscc === noted.uscc),
  );
  const all = [
    ...given,
    // The registry knows since when, and perhaps until when; the note would outlive it.
    ...(isGiven ? [] : [lasting(noted, "employed")]),
    ...memberOf.map((party) => lasting(party, "member")),
  ].filter(({ name, uscc }) => name !== "" || uscc !== "");
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

const post = (row: RawRow, name: string, kind: PostKind, dates: string): Post => ({
  ...partyOf(cell(row, name), cell(row, name === "employer" ? "employer_uscc" : "tie_uscc")),
  ...{ kind, from: cell(row, `${dates}_from`), to: cell(row, `${dates}_to`) },
});

const kindOf = (row: RawRow): PostKind =>
  postKinds.find((kind) => kind === cell(row, "tie_kind") && kind !== "employed" && kind !== "member") ??
  "other";

const cell = (row: RawRow, key: string): string => {
  const value = row.cells[key];
  return typeof value === "string" ? value.trim() : "";
};
