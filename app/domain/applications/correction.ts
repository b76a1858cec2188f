/** One defect the office listed: a whole question, a row, a cell, a section, or (both keys empty) anything. */
export interface FlaggedPlace {
  sectionKey: string;
  /** `equipment`, `equipment/r7` or `equipment/r7/unit_price`; empty for the section as a whole. */
  questionKey: string;
  /** One file of the question and no other; absent or empty for the question itself. */
  fileId?: string;
}

/** Whether the company has done something about a flag: changed what was flagged, or said why not. */
export const isSettled = (flag: { answeredAt: string | null; reply: string }): boolean =>
  flag.answeredAt !== null || flag.reply.trim() !== "";

/** Why an application ended whose correction did not come: on its record beside the codes F01 … F14 of a check. */
export const lapsedReasonCode = "correction_lapsed";

export const longestReply = 500;

/** Working days an officer can add at a time. */
export const mostExtensionDays = 10;

/** Which files of a question may change: all of them, or these and whatever took their place. */
export function openFiles(
  flags: readonly FlaggedPlace[] | undefined,
  sectionKey: string,
  questionKey: string,
  files: readonly { id: string; replacedBy: string | null }[],
): "all" | ReadonlySet<string> {
  if (flags === undefined) return "all";
  const here = flags.filter((flag) => isWithinFlag(flag, sectionKey, questionKey));
  if (here.some(({ fileId = "" }) => fileId === "")) return "all";
  return new Set(here.flatMap(({ fileId = "" }) => lineOf(fileId, files)));
}

/** A file and those that replaced it, one after the other. */
export function lineOf(
  fileId: string,
  files: readonly { id: string; replacedBy: string | null }[],
): string[] {
  const line: string[] = [];
  let next: string | null = fileId;
  while (next !== null && !line.includes(next)) {
    line.push(next);
    next = files.find(({ id }) => id === next)?.replacedBy ?? null;
  }
  return line;
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
