import type { FormDefinition } from "../../forms/definition.ts";
import { isRows, type RawAnswers, type RawRow, rowsOf } from "../../forms/raw-answers.ts";
import { nameKey, type Party, partyOf } from "./party.ts";

/** How an organisation is tied to the applicant, by the applicant's own answers. */
export const partyRelations = [
  "shareholder",
  "controller",
  "affiliate",
  "investor",
  "fund_partner",
  "manager",
  "entity",
  "institute",
  "partner",
  "right_holder",
  "counterparty",
  "named",
] as const;
export type PartyRelation = (typeof partyRelations)[number];

/** Whose interest is the applicant's own: only these lead on to a third organisation. */
export const isOwning = (relation: PartyRelation): boolean =>
  ["shareholder", "controller", "affiliate", "manager", "entity"].includes(relation);

export const personRoles = [
  "team",
  "founder",
  "inventor",
  "key_person",
  "leading",
  "holder",
  "controller",
  "legal_representative",
  "contact",
] as const;
export type PersonRole = (typeof personRoles)[number];

export interface TiedParty extends Party {
  readonly relation: PartyRelation;
}

export interface TiedPerson {
  readonly name: string;
  readonly role: PersonRole;
  /** Where the person came from; empty when it is not said. */
  readonly employer: string;
  /** Month in which they left it or joined the applicant, or empty. */
  readonly since: string;
  readonly email: string;
}

export interface Avoidance {
  readonly name: string;
  readonly unit: string;
  readonly reason: string;
}

/** Everybody and everything the answers tie to the applicant. */
export interface ApplicationTies {
  readonly parties: readonly TiedParty[];
  readonly people: readonly TiedPerson[];
  readonly avoidances: readonly Avoidance[];
}

/** Tables and columns that every form of the fund calls by the same keys (db/programme). */
const partyTables = [
  { table: "shareholders", name: "holder_name", uscc: "holder_uscc", relation: "shareholder" },
  { table: "affiliates", name: "party_name", uscc: "party_uscc", relation: "affiliate" },
  { table: "other_investors", name: "investor", uscc: "", relation: "investor" },
  { table: "lps", name: "lp_name", uscc: "", relation: "fund_partner" },
  { table: "partners", name: "partner_name", uscc: "partner_uscc", relation: "partner" },
  { table: "centre_parties", name: "party", uscc: "", relation: "partner" },
  { table: "ip_rights", name: "owner", uscc: "", relation: "right_holder" },
  { table: "related_transactions", name: "party_name", uscc: "party_uscc", relation: "counterparty" },
] as const satisfies readonly { table: string; name: string; uscc: string; relation: PartyRelation }[];

const partyQuestions = [
  { name: "actual_controller", uscc: "", relation: "controller" },
  { name: "manager_name", uscc: "manager_uscc", relation: "manager" },
  { name: "entity_name", uscc: "entity_uscc", relation: "entity" },
  { name: "institute_name", uscc: "institute_uscc", relation: "institute" },
] as const satisfies readonly { name: string; uscc: string; relation: PartyRelation }[];

const peopleTables = [
  { table: "team", name: "name", employer: "prior_employer", since: "joined_on", role: "team" },
  { table: "founders", name: "founder", employer: "founder_from", since: "left_on", role: "founder" },
  { table: "inventors", name: "inventor", employer: "", since: "", role: "inventor" },
  { table: "key_persons", name: "person", employer: "", since: "", role: "key_person" },
  { table: "centre_people", name: "lead_name", employer: "lead_from", since: "", role: "leading" },
] as const satisfies readonly {
  table: string;
  name: string;
  employer: string;
  since: string;
  role: PersonRole;
}[];

/** Reads the answers once; an organisation that is written twice in one relation counts once. */
export function tiesOfAnswers(definition: FormDefinition, raw: RawAnswers): ApplicationTies {
  const listed = [...partiesOfTables(raw), ...partiesOfQuestions(raw)];
  const known = new Set(listed.map(({ uscc }) => uscc));
  const others = usccAnswers(definition, raw)
    .map((uscc) => partyOf("", uscc))
    .filter(({ uscc }) => uscc !== "" && !known.has(uscc) && uscc !== partyOf("", textAt(raw, "uscc")).uscc)
    .map((party) => ({ ...party, relation: "named" }) as const);
  return {
    parties: once(
      [...listed, ...others].filter(isOrganisation),
      ({ relation, name, uscc }) => `${relation}|${uscc || nameKey(name)}`,
    ),
    people: once(
      peopleOf(raw),
      ({ role, name, employer }) => `${role}|${nameKey(name)}|${nameKey(employer)}`,
    ),
    avoidances: rowsOf(raw, "reviewers_to_avoid")
      .map((row) => ({
        name: cell(row, "reviewer_name"),
        unit: cell(row, "reviewer_unit"),
        reason: cell(row, "reason"),
      }))
      .filter(({ name }) => name !== ""),
  };
}

function partiesOfTables(raw: RawAnswers): TiedParty[] {
  return partyTables.flatMap(({ table, name, uscc, relation }) =>
    rowsOf(raw, table)
      .filter((row) => !isNatural(row))
      .map((row) => ({ ...partyOf(cell(row, name), cell(row, uscc)), relation }))
      .filter((party) => party.name !== "" || party.uscc !== ""),
  );
}

const partiesOfQuestions = (raw: RawAnswers): TiedParty[] =>
  partyQuestions
    .map(({ name, uscc, relation }) => ({ ...partyOf(textAt(raw, name), textAt(raw, uscc)), relation }))
    .filter((party) => party.name !== "" || party.uscc !== "");

function peopleOf(raw: RawAnswers): TiedPerson[] {
  const institute = textAt(raw, "institute_name");
  const listed = peopleTables.flatMap(({ table, name, employer, since, role }) =>
    rowsOf(raw, table).map((row) => ({
      ...{ name: cell(row, name), role, since: cell(row, since), email: "" },
      employer: role === "inventor" ? institute : cell(row, employer),
    })),
  );
  const holders = rowsOf(raw, "shareholders")
    .filter(isNatural)
    .map((row) => person(cell(row, "holder_name"), "holder"));
  return [
    ...listed,
    ...holders,
    person(textAt(raw, "actual_controller"), "controller"),
    person(textAt(raw, "legal_rep_name"), "legal_representative"),
    { ...person(textAt(raw, "contact_name"), "contact"), email: textAt(raw, "contact_email") },
  ].filter(({ name }) => name !== "");
}

const person = (name: string, role: PersonRole): TiedPerson => ({
  ...{ name, role, employer: "", since: "", email: "" },
});

/** Questions that people may answer with a person, or with “none”. */
const openQuestions: readonly PartyRelation[] = ["controller", "investor", "fund_partner", "right_holder"];
const organisationWords =
  /公司|集团|企业|合伙|中心|大学|学院|研究院|研究所|医院|基金|银行|厂$|协会|联盟|\b(co|ltd|inc|corp|llc|lp|gmbh|company|group|university|institute|fund|bank|partners|holdings?)\b/iu;
/** They control half of an industry: what two companies have in common through them says nothing of a reviewer. */
const authorities = /国资委|国有资产监督管理|人民政府|财政(?:部|厅|局)|汇金|社会保障基金理事会/u;

/** Where nobody was asked whether it is one, by its words: a person’s name is never an organisation. */
const isOrganisation = ({ name, uscc, relation }: TiedParty): boolean =>
  !authorities.test(name) &&
  (uscc !== "" || !openQuestions.includes(relation) || organisationWords.test(name));

const isNatural = (row: RawRow): boolean => cell(row, "holder_type") === "natural";

/** Codes in whatever other question a form asks for one. */
function usccAnswers(definition: FormDefinition, raw: RawAnswers): string[] {
  const questions = definition.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ groups }) => groups)
    .flatMap((group) => group.questions);
  return questions.flatMap((question) => {
    const answer = raw[question.key];
    if (question.type === "uscc") return typeof answer === "string" ? [answer] : [];
    if (question.type !== "table" || !isRows(answer)) return [];
    const columns = question.columns.filter(({ type }) => type === "uscc").map(({ key }) => key);
    return columns.flatMap((key) => answer.map((row) => cell(row, key)));
  });
}

function once<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Map<string, Item>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}

const textAt = (raw: RawAnswers, key: string): string => {
  const value = key === "" ? "" : raw[key];
  return typeof value === "string" ? value.trim() : "";
};

const cell = (row: RawRow, key: string): string => {
  const value = key === "" ? "" : row.cells[key];
  return typeof value === "string" ? value.trim() : "";
};
