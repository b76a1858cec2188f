export const peopleKinds = ["staff", "reviewers", "companies", "disabled"] as const;
export type PeopleKind = (typeof peopleKinds)[number];
