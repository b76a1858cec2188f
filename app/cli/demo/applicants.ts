import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { companyStems, demoPlaces, familyNames, tradeOf } from "#db/demo/companies.ts";
import { demoCompanyPeople, demoPassword } from "#db/demo/sign-ins.ts";
import type { ExampleApplicant } from "#db/programme/examples/example-types.ts";
import { withCheck } from "./cast.ts";
import { found, join, type Newcomer, register } from "./enrol.ts";
import { pick, type Stage } from "./stage.ts";

export interface Applicant {
  index: number;
  companyId: string;
  owner: PersonActor;
  /** Who does most of the typing. */
  writer: PersonActor;
  profile: ExampleApplicant;
}

/** The companies of the demonstration; each registers when its first application begins. */
export function applicantsOf(stage: Stage): (index: number, now: Date) => Promise<Applicant> {
  const known = new Map<number, Promise<Applicant>>();
  return (index, now) => {
    const standing = known.get(index) ?? enter(stage, index, now);
    known.set(index, standing);
    return standing;
  };
}

async function enter(stage: Stage, index: number, now: Date): Promise<Applicant> {
  const profile = applicantProfile(index);
  const person = await register(stage, now, ownerOf(index), demoPassword);
  const { companyId, owner } = await found(stage, now, person, profile);
  const colleagues = await Promise.all(
    colleaguesOf(index).map((colleague) => join(stage, now, owner, companyId, colleague, demoPassword)),
  );
  const writer = colleagues.find(({ memberships }) => memberships[0]?.role === "editor") ?? owner;
  return { index, companyId, owner, writer, profile };
}

/** What company number `index` would answer about itself; past the list of names it is known by its number. */
export function applicantProfile(index: number): ExampleApplicant {
  const [, stemEn] = pick(companyStems, index);
  const trade = tradeOf(index);
  const place = pick(demoPlaces, index);
  const serial = index < companyStems.length ? "" : String(index + 1);
  return {
    nameZh: `${shortName(index)}${trade.zh}有限公司`,
    nameEn: `${stemEn} Example ${serial && `No. ${serial} `}${trade.en} Co., Ltd.`,
    uscc: withCheck(`91${place.city}MA0D${String(index + 1).padStart(5, "0")}`),
    city: place.city,
    cityName: place.cityZh,
    county: place.county,
    park: place.park,
    parkName: place.parkZh,
    address: [place.city, place.county, `示例路${index + 1}号`],
    postcode: place.postcode,
    legalRep: `${pick(familyNames, index)}某某`,
    contact: ownerOf(index).name,
    mobile: `138${String(35_100_000 + index).slice(0, 8)}`,
    email: ownerOf(index).email,
  };
}

/** Short name of the company, as a project's title would use it. */
export const shortName = (index: number): string => {
  const serial = index < companyStems.length ? "" : `第${index + 1}号`;
  return `${pick(companyStems, index)[0]}示例${serial}`;
};

export function ownerOf(index: number): Newcomer {
  if (index === 0) return demoCompanyPeople.owner;
  if (index === 1) return demoCompanyPeople.englishOwner;
  const serial = index < companyStems.length ? "" : String(index + 1);
  const domain = `${pick(companyStems, index)[1].toLowerCase()}${serial}.example`;
  return { email: `owner@${domain}`, name: `${pick(familyNames, index)}示例`, locale: "zh" };
}

function colleaguesOf(index: number): (Newcomer & { role: "editor" | "viewer" })[] {
  if (index === 0)
    return [
      { ...demoCompanyPeople.editor, role: "editor" },
      { ...demoCompanyPeople.viewer, role: "viewer" },
    ];
  if (index % 3 !== 0) return [];
  const domain = `${pick(companyStems, index)[1].toLowerCase()}.example`;
  const name = `${pick(familyNames, index + 31)}示例`;
  return [{ email: `editor@${domain}`, name, locale: "zh", role: "editor" }];
}
