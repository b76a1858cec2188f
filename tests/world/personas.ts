import type { PersonActor, StaffRole } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { usccCheckCharacter } from "#app/domain/companies/uscc.ts";
import { enrolStaff, found, join, type Newcomer, register } from "#app/cli/demo/enrol.ts";
import { as, done, type Stage } from "#app/cli/demo/stage.ts";
import { startSession } from "#app/features/accounts/start-session.ts";
import { removeMember } from "#app/features/companies/remove-member.ts";
import { keepReviewerProfile } from "#app/features/reviews/office/keep-reviewer-profile.ts";

/** The password of every persona. */
export const personaPassword = "wafer-test-persona-2026";

const staffRoles = {
  administrator: ["administrator"],
  officer: ["officer"],
  otherOfficer: ["officer"],
  chair: ["committee_chair"],
  member: ["committee_member"],
  auditor: ["auditor"],
} as const satisfies Record<string, readonly StaffRole[]>;

/** The last two are never given anything by the world itself. */
const reviewers = {
  reviewer: "technology",
  secondReviewer: "technology",
  thirdReviewer: "industry",
  fourthReviewer: "finance",
  fifthReviewer: "investment_legal",
  freeReviewer: "technology",
  conflictedReviewer: "industry",
} as const;

export type StaffName = keyof typeof staffRoles;
export type ReviewerName = keyof typeof reviewers;
export type CompanyPersonName = "owner" | "editor" | "viewer" | "formerMember" | "otherOwner" | "newcomer";
export type PersonaName = StaffName | ReviewerName | CompanyPersonName;

export interface Company {
  id: string;
  uscc: string;
  nameZh: string;
  nameEn: string;
}

export interface Personas {
  people: Record<PersonaName, PersonActor>;
  /** `ours` of owner, editor and viewer (formerMember was removed); `theirs` of otherOwner; newcomer has none. */
  companies: { ours: Company; theirs: Company };
}

/** Everybody a test may want to be, made through the same commands as real people. */
export async function enrolPersonas(stage: Stage, now: Date): Promise<Personas> {
  const administrator = await enrolStaff(
    stage,
    now,
    { ...newcomer("administrator"), roles: staffRoles.administrator },
    personaPassword,
    system,
  );
  const enrolOne = async (name: StaffName | ReviewerName, roles: readonly StaffRole[]) =>
    [
      name,
      await enrolStaff(stage, now, { ...newcomer(name), roles }, personaPassword, administrator),
    ] as const;
  const [office, experts, company] = await Promise.all([
    Promise.all(
      names(staffRoles)
        .slice(1)
        .map((name) => enrolOne(name, staffRoles[name])),
    ),
    Promise.all(names(reviewers).map((name) => enrolOne(name, ["reviewer"]))),
    enrolCompanies(stage, now),
  ]);
  const people = {
    administrator,
    ...Object.fromEntries([...office, ...experts]),
    ...company.people,
  } as unknown as Personas["people"];
  await Promise.all(names(reviewers).map((name) => profile(stage, now, people, name)));
  return { people, companies: company.companies };
}

/** The cookie value of a new session of that person, second factor given. */
export async function sessionOf(stage: Stage, person: PersonActor, now: Date): Promise<string> {
  const session = await stage.db.write((trx) =>
    startSession(
      trx,
      { now },
      {
        personId: person.personId,
        userAgent: "Persona",
        network: "127.0.0",
        secondFactorAt: now.toISOString(),
        awaitsSecondFactor: false,
      },
    ),
  );
  return session.token;
}

async function enrolCompanies(stage: Stage, now: Date) {
  const [owner, otherOwner, newcomerPerson] = await Promise.all(
    (["owner", "otherOwner", "newcomer"] as const).map((name) =>
      register(stage, now, newcomer(name), personaPassword),
    ),
  );
  const ours = companyFacts("甲子示例功率半导体有限公司", "Jiazi Example Power Semiconductor Co., Ltd.", 1);
  const theirs = companyFacts("乙丑示例光电有限公司", "Yichou Example Optoelectronics Co., Ltd.", 2);
  const [one, two] = await Promise.all([
    found(stage, now, owner!, ours),
    found(stage, now, otherOwner!, theirs),
  ]);
  const colleague = (name: "editor" | "viewer" | "formerMember", role: "editor" | "viewer") =>
    join(stage, now, one.owner, one.companyId, { ...newcomer(name), role }, personaPassword);
  const [editor, viewer, formerMember] = await Promise.all([
    colleague("editor", "editor"),
    colleague("viewer", "viewer"),
    colleague("formerMember", "editor"),
  ]);
  const leaving = { companyId: one.companyId, personId: formerMember.personId };
  done(await removeMember(as(stage, one.owner, now), leaving), "removing a member");
  return {
    people: {
      owner: one.owner,
      otherOwner: two.owner,
      newcomer: newcomerPerson!,
      ...{ editor, viewer, formerMember: { ...formerMember, memberships: [] } },
    },
    companies: { ours: { id: one.companyId, ...ours }, theirs: { id: two.companyId, ...theirs } },
  };
}

const profile = async (stage: Stage, now: Date, people: Personas["people"], name: ReviewerName) =>
  done(
    await keepReviewerProfile(as(stage, people.officer, now), {
      personId: people[name].personId,
      affiliation: "甲子示例研究院",
      affiliationUscc: "",
      discipline: reviewers[name],
      expertise: ["SiC", "GaN"],
      maxLoad: 10,
    }),
    "a reviewer's profile",
  );

const newcomer = (name: PersonaName): Newcomer => ({
  email: `${name.toLowerCase()}@persona.example`,
  name: displayNames[name],
  locale: name === "otherOwner" ? "en" : "zh",
});

function companyFacts(nameZh: string, nameEn: string, serial: number): Omit<Company, "id"> {
  const stem = `91140100MA0T${String(serial).padStart(5, "0")}`;
  return { uscc: stem + usccCheckCharacter(stem), nameZh, nameEn };
}

const names = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];

const displayNames: Record<PersonaName, string> = {
  administrator: "冯示例",
  officer: "周示例",
  otherOfficer: "吴示例",
  chair: "王示例",
  member: "郑示例",
  auditor: "陈示例",
  reviewer: "蒋示例",
  secondReviewer: "沈示例",
  thirdReviewer: "尤示例",
  fourthReviewer: "吕示例",
  fifthReviewer: "孔示例",
  freeReviewer: "秦示例",
  conflictedReviewer: "许示例",
  owner: "韩示例",
  editor: "杨示例",
  viewer: "朱示例",
  formerMember: "戚示例",
  otherOwner: "Alex Example",
  newcomer: "谢示例",
};
