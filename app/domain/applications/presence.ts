/** Somebody who has a section of an application open. */
export interface Present {
  personId: string;
  sectionKey: string;
  /** ISO time they came into this section. */
  since: string;
}

/** An open page says so this often, in milliseconds. */
export const presenceEveryMs = 40_000;

/** Who has not said so for this long is gone: two missed calls. */
export const presentSince = (now: Date): string => new Date(now.getTime() - 100_000).toISOString();
