import type { CSSProperties } from "react";

/** Hex by hand: mail programs know neither variables nor classes. Values of the light theme. */
export const colour = {
  ink: "#15212a",
  muted: "#4b5963",
  accent: "#0c5877",
  rule: "#dbe2e6",
  line: "#74828c",
  sheet: "#ffffff",
  page: "#f3f6f7",
} as const;

/** On every cell: Outlook does not inherit a font into tables. */
export const font: CSSProperties = {
  fontFamily: "-apple-system,BlinkMacSystemFont,'Segoe UI','PingFang SC','Microsoft YaHei',Arial,sans-serif",
  color: colour.ink,
};
