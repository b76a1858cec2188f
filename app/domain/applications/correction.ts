/** One defect the office listed: a whole question, a row, a cell, a section, or (both keys empty) anything. */
export interface FlaggedPlace {
  sectionKey: string;
  /** `equipment`, `equipment/r7` or `equipment/r7/unit_price`; empty for the section as a whole. */
  questionKey: string;
}

/** Whether a change of `path` answers what was flagged. A flagged table opens all its rows. */
export function isWithinFlag(flag: FlaggedPlace, sectionKey: string, path: string): boolean {
  if (flag.sectionKey !== "" && flag.sectionKey !== sectionKey) return false;
  if (flag.questionKey === "") return true;
  return path === flag.questionKey || path.startsWith(`${flag.questionKey}/`);
}

/** In a correction only what was flagged may be changed; otherwise everything may. */
export const isOpenForChange = (
  flags: readonly FlaggedPlace[] | undefined,
  sectionKey: string,
  path: string,
): boolean => flags === undefined || flags.some((flag) => isWithinFlag(flag, sectionKey, path));

/** Whether anything under `question` may be changed, so that it is shown as a field and not as text. */
export const isPartlyOpen = (
  flags: readonly FlaggedPlace[] | undefined,
  sectionKey: string,
  question: string,
): boolean =>
  flags === undefined ||
  flags.some(
    (flag) =>
      isWithinFlag(flag, sectionKey, question) ||
      ((flag.sectionKey === "" || flag.sectionKey === sectionKey) &&
        flag.questionKey.startsWith(`${question}/`)),
  );
