import type { ConflictKind } from "#app/domain/reviews/conflict-of-interest.ts";
import { defineMessages } from "../define-messages.ts";

type Texts = Record<ConflictKind, string>;

export const conflictKindMessages = defineMessages({
  zh: {
    own_interest: "本人与项目有直接利益关系，或在其团队中任职",
    relative: "与该企业股东、高管或核心团队有夫妻、直系血亲、三代以内旁系血亲或近姻亲关系",
    employed: "三年内曾在该企业任职",
    equity: "持有该企业股权或其他权益",
    paid_role: "三年内担任过该企业的有偿顾问或独立董事",
    co_applicant: "三年内与其核心团队共同申报项目或共同发明",
    supervision: "与其核心团队有师生关系",
    same_company: "与申报企业是同一单位",
    affiliated_company: "所在单位是申报企业的股东、关联方或合作单位",
    shared_employer: "三年内与其团队成员在同一单位任职",
    competing_applicant: "所在单位在同一专题中也有申报",
    named_avoidance: "申报企业申请回避",
    due_diligence: "承办过该项目的尽职调查",
    other: "其他可能影响公正的情形",
  } as Texts,
  en: {
    own_interest: "A direct interest of one’s own in the project, or a place in its team",
    relative: "Spouse, close blood relative or close in-law of a shareholder, executive or key team member",
    employed: "Employed by the company within the last three years",
    equity: "Holds equity or another interest in the company",
    paid_role: "Paid adviser or independent director of the company within three years",
    co_applicant: "Co-applicant or co-inventor with its key team within three years",
    supervision: "Supervisor or student of a key team member",
    same_company: "Belongs to the applicant itself",
    affiliated_company: "Belongs to a shareholder, affiliate or partner of the applicant",
    shared_employer: "Worked where a member of its team worked, both within the last three years",
    competing_applicant: "Belongs to another applicant of the same call",
    named_avoidance: "The applicant asked for this person to be kept away",
    due_diligence: "Carried out due diligence on the project",
    other: "Another circumstance that may affect fairness",
  } as Texts,
});
