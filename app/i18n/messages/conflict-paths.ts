import type { PartyRelation, PersonRole } from "#app/domain/reviews/ties/application-ties.ts";
import type { PostKind } from "#app/domain/reviews/ties/reviewer-ties.ts";
import { defineMessages } from "../define-messages.ts";

type Of<Key extends string> = Record<Key, (one: string, other: string) => string>;

/** The parts of one sentence that says how a reviewer and an application hang together. */
export const conflictPathMessages = defineMessages({
  zh: {
    posts: {
      employed: (name: string) => `专家任职于${name}`,
      shareholding: (name: string) => `专家持有${name}的股份`,
      director: (name: string) => `专家任${name}的董事或监事`,
      executive: (name: string) => `专家任${name}的高级管理人员`,
      adviser: (name: string) => `专家在${name}有偿任职`,
      other: (name: string) => `专家与${name}有往来`,
      member: (name: string) => `专家是${name}在本平台的成员`,
    } satisfies Record<PostKind, (name: string) => string>,
    formerly: (post: string) => post.replace(/^专家/, "专家曾"),
    since: (month: string) => `（${month}起）`,
    until: (month: string) => `（至${month}）`,
    between: (from: string, to: string) => `（${from}至${to}）`,
    month: (year: number, month: number) => `${year}年${month}月`,
    ties: {
      shareholder: (one: string, other: string) => `${one}是${other}的股东`,
      controller: (one: string, other: string) => `${one}是${other}的实际控制人`,
      affiliate: (one: string, other: string) => `${one}是${other}的关联方`,
      investor: (one: string, other: string) => `${one}参与${other}的本轮融资`,
      fund_partner: (one: string, other: string) => `${one}是${other}拟设基金的出资人`,
      manager: (one: string, other: string) => `${one}是${other}的基金管理机构`,
      entity: (one: string, other: string) => `${one}是${other}在晋的落地主体`,
      institute: (one: string, other: string) => `${one}是${other}的技术来源单位`,
      partner: (one: string, other: string) => `${one}是${other}的合作单位`,
      right_holder: (one: string, other: string) => `${one}是${other}所列知识产权的权利人`,
      counterparty: (one: string, other: string) => `${one}与${other}有关联交易`,
      named: (one: string, other: string) => `${other}的申报材料列出了${one}`,
    } satisfies Of<PartyRelation>,
    isApplicant: "，即申报企业本身",
    applicant: (name: string) => `申报企业${name}`,
    join: "，",
    sources: (numbers: string) => `（依据${numbers}）`,
    sourceJoin: "、",
    end: "。",
    competitor: (post: string) => `${post}，而这家单位在同一专题中也有申报。`,
    roles: {
      team: "核心团队成员",
      founder: "创始人",
      inventor: "发明人",
      key_person: "关键人士",
      leading: "带头人",
      holder: "自然人股东",
      controller: "实际控制人",
      legal_representative: "法定代表人",
      contact: "联系人",
    } satisfies Record<PersonRole, string>,
    mailbox: (role: string, name: string) => `${role}${name}留的邮箱与专家的相同。`,
    person: (role: string, name: string, organisation: string) =>
      `${role}${name}与专家同名，且双方都与${organisation}有关。`,
    colleague: (role: string, name: string, employer: string, time: string) =>
      `${role}${name}来自${employer}，专家三年内也在那里任职${time}。`,
    avoidance: (name: string, unit: string, reason: string) =>
      `申报企业申请${name}${unit === "" ? "" : `（${unit}）`}回避，理由：${reason.replace(/[。.]$/, "")}。`,
  },
  en: {
    posts: {
      employed: (name) => `The reviewer works at ${name}`,
      shareholding: (name) => `The reviewer holds shares in ${name}`,
      director: (name) => `The reviewer is a director or supervisor of ${name}`,
      executive: (name) => `The reviewer is an executive of ${name}`,
      adviser: (name) => `The reviewer is a paid adviser to ${name}`,
      other: (name) => `The reviewer has ties with ${name}`,
      member: (name) => `The reviewer belongs to the team of ${name} on this portal`,
    },
    formerly: (post) =>
      post
        .replace("works at", "worked at")
        .replace("holds shares", "held shares")
        .replace(/\bis (an?)\b/, "was $1")
        .replace("has ties", "had ties"),
    since: (month) => ` (since ${month})`,
    until: (month) => ` (until ${month})`,
    between: (from, to) => ` (${from} to ${to})`,
    month: (year, month) =>
      `${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1] ?? ""} ${year}`,
    ties: {
      shareholder: (one, other) => `${one} is a shareholder of ${other}`,
      controller: (one, other) => `${one} controls ${other}`,
      affiliate: (one, other) => `${one} is a related party of ${other}`,
      investor: (one, other) => `${one} invests in the current round of ${other}`,
      fund_partner: (one, other) => `${one} is a partner in the fund that ${other} plans`,
      manager: (one, other) => `${one} manages the fund of ${other}`,
      entity: (one, other) => `${one} is the entity of ${other} in Shanxi`,
      institute: (one, other) => `${one} is where the technology of ${other} comes from`,
      partner: (one, other) => `${one} is a partner of ${other}`,
      right_holder: (one, other) => `${one} holds intellectual property listed by ${other}`,
      counterparty: (one, other) => `${one} has related-party transactions with ${other}`,
      named: (one, other) => `the answers of ${other} name ${one}`,
    },
    isApplicant: ", which is the applicant itself",
    applicant: (name) => `the applicant ${name}`,
    join: ", and ",
    sources: (numbers) => ` (as stated in ${numbers})`,
    sourceJoin: " and ",
    end: ".",
    competitor: (post) => `${post}, which also applies in this call.`,
    roles: {
      team: "Team member",
      founder: "Founder",
      inventor: "Inventor",
      key_person: "Key person",
      leading: "Leading person",
      holder: "Shareholder",
      controller: "Actual controller",
      legal_representative: "Legal representative",
      contact: "Contact",
    },
    mailbox: (role, name) => `${role} ${name} gives the same mailbox as the reviewer.`,
    person: (role, name, organisation) =>
      `${role} ${name} has the reviewer’s name, and both are connected with ${organisation}.`,
    colleague: (role, name, employer, time) =>
      `${role} ${name} came from ${employer}, where the reviewer has also worked within three years${time}.`,
    avoidance: (name, unit, reason) =>
      `The applicant asks for ${name}${unit === "" ? "" : ` (${unit})`} to be kept away: ${reason.replace(/[。.]$/, "")}.`,
  },
});
