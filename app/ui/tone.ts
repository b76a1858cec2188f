/**
 * Whose turn it is: accent being worked on, plain waiting for others, ok done, warn yours,
 * bad an error or overdue, line out of the process.
 */
export type Tone = "accent" | "plain" | "ok" | "warn" | "bad" | "line";

export const toneTextClass: Record<Tone, string> = {
  accent: "st-prog",
  plain: "st-none",
  ok: "st-ok",
  warn: "st-warn",
  bad: "st-bad",
  line: "st-none",
};
