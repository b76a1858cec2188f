import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { type Discipline, disciplines } from "#app/domain/reviews/coverage.ts";
import { newId } from "#app/platform/new-id.ts";
import { familyNames } from "#db/demo/companies.ts";
import type { ExampleApplicant } from "#db/programme/examples/example-types.ts";
import { applicantProfile, ownerOf } from "../applicants.ts";
import { pick } from "../stage.ts";
import type { PastEvent } from "./chained-events.ts";
import type { Sheaf } from "./sheaf.ts";

export interface CrowdReviewer {
  personId: string;
  actor: PersonActor;
  discipline: Discipline;
  severity: number;
}

export interface CrowdCompany {
  index: number;
  companyId: string;
  owner: PersonActor;
  profile: ExampleApplicant;
}

interface Making {
  sheaf: Sheaf;
  events: PastEvent[];
  /** One hash for the one password of the demonstration. */
  passwordHash: string;
  administrator: PersonActor;
}

/** Two in five from technology, the rest evenly. */
const mix: readonly Discipline[] = ["technology", ...disciplines];

/** Reviewer number `index`, after those with names of their own. */
export function addReviewer(making: Making, index: number, at: string): CrowdReviewer {
  const name = `${pick(familyNames, index)}示例${index + 1}`;
  const actor = addPerson(making, { email: `reviewer${index + 1}@experts.example`, name }, at, ["reviewer"]);
  const discipline = pick(mix, index);
  making.sheaf.add("staff_role", {
    ...{ person_id: actor.personId, role: "reviewer", granted_at: at },
    granted_by: making.administrator.personId,
  });
  making.sheaf.add("reviewer_profile", {
    ...{
      person_id: actor.personId,
      discipline,
      affiliation: `甲子示例第${index + 1}研究所`,
      affiliation_uscc: "",
    },
    ...{ expertise: JSON.stringify(expertise[discipline]), max_load: 20 },
  });
  return { personId: actor.personId, actor, discipline, severity: ((index * 37) % 9) / 10 - 0.4 };
}

const expertise: Record<Discipline, readonly string[]> = {
  technology: ["功率器件", "SiC", "GaN"],
  industry: ["新能源汽车", "5G基站"],
  finance: ["财务模型", "估值"],
  investment_legal: ["股权投资", "公司法"],
};

export function addCompany(making: Making, index: number, at: string): CrowdCompany {
  const owner = addPerson(making, ownerOf(index), at, []);
  const profile = applicantProfile(index);
  const companyId = newId();
  making.sheaf.add("company", {
    ...{ id: companyId, uscc: profile.uscc, uscc_state: "valid", profile: "{}", version: 1 },
    ...{ name_zh: profile.nameZh, name_en: profile.nameEn, created_at: at, created_by: owner.personId },
  });
  making.sheaf.add("company_member", {
    ...{ company_id: companyId, person_id: owner.personId, role: "owner", added_at: at },
  });
  making.events.push({
    ...{ at, actor: owner, type: "company.created", companyId, data: { usccState: "valid" } },
    subject: { kind: "company", id: companyId },
  });
  return { index, companyId, profile, owner: { ...owner, memberships: [{ companyId, role: "owner" }] } };
}

function addPerson(
  { sheaf, events, passwordHash }: Making,
  { email, name }: { email: string; name: string },
  at: string,
  roles: PersonActor["roles"],
): PersonActor {
  const personId = newId();
  const person = { email, name, locale: "zh" } as const;
  sheaf.add("person", {
    ...{ id: personId, ...person, password_hash: passwordHash },
    ...{ email_verified_at: at, created_at: at, version: 1 },
  });
  const actor: PersonActor = {
    ...{ kind: "person", personId, sessionId: "", ...person },
    ...{ roles, memberships: [], fullySignedIn: true },
  };
  events.push({ at, actor, type: "person.registered", subject: { kind: "person", id: personId } });
  return actor;
}
