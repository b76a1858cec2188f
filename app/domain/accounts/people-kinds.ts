/** How the administrator's list of people is divided. */
export const peopleKinds = ["staff", "reviewers", "companies", "disabled"] as const;
export type PeopleKind = (typeof peopleKinds)[number];
