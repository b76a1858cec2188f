import { isRows, type RawAnswers, type RawValue } from "../forms/raw-answers.ts";

/** What a side of a match says of itself: codes by group, and its own words. */
export interface ReviewTopics {
  readonly declared: Readonly<Record<TopicGroup, readonly string[]>>;
  readonly text: string;
}

export const topicGroups = ["segments", "materials", "devices", "fields"] as const;
export type TopicGroup = (typeof topicGroups)[number];

/** Questions and columns of the programme's forms that choose from the same lists as the reviewers' form. */
const asked: Readonly<Record<TopicGroup, readonly string[]>> = {
  segments: ["chain_segment"],
  materials: ["material"],
  devices: ["device_type"],
  fields: ["application_fields", "project_field"],
};

/** Names, codes and addresses are shorter than anything that tells what a project is about. */
const shortestText = 40;
const longestText = 8_000;

/** From the standing answers of an application: chosen codes wherever they were asked, and every longer text. */
export function applicationTopics(raw: RawAnswers, titles: readonly string[]): ReviewTopics {
  const values = answersOf(raw);
  const texts = values.flatMap(([, value]) =>
    typeof value === "string" && value.trim().length >= shortestText ? [value.trim()] : [],
  );
  return {
    declared: byGroup((group) =>
      values.filter(([key]) => asked[group].includes(key)).flatMap(([, value]) => codesOf(value)),
    ),
    text: [...titles, ...texts].join("\n").slice(0, longestText),
  };
}

/** From the reviewers' form; `noted` is what the office wrote down at the invitation. */
export function reviewerTopics(raw: RawAnswers, noted: readonly string[]): ReviewTopics {
  const said = (key: string): string[] => {
    const value = raw[key];
    return value === undefined || isRows(value) ? [] : codesOf(value);
  };
  return {
    declared: byGroup(said),
    text: [...said("keywords"), ...said("expertise_text"), ...noted].join("\n").slice(0, longestText),
  };
}

export const isSilent = ({ declared, text }: ReviewTopics): boolean =>
  text.trim() === "" && topicGroups.every((group) => declared[group].length === 0);

function byGroup(codes: (group: TopicGroup) => readonly string[]): ReviewTopics["declared"] {
  const all = topicGroups.map((group) => [group, [...new Set(codes(group))]] as const);
  return Object.fromEntries(all) as unknown as ReviewTopics["declared"];
}

/** Every answer with the key of its question or column. */
const answersOf = (raw: RawAnswers): [string, RawValue][] =>
  Object.entries(raw).flatMap(([key, value]): [string, RawValue][] =>
    isRows(value) ? value.flatMap(({ cells }) => Object.entries(cells)) : [[key, value]],
  );

const codesOf = (value: RawValue): string[] =>
  (typeof value === "string" ? [value] : value).map((each) => each.trim()).filter(Boolean);
