/** Parts of a printed document; platform/pdf sets the same shapes on pages. */
export type PaperBlock =
  | { kind: "heading"; level: 1 | 2 | 3 | 4; text: string }
  | { kind: "text"; text: string; muted?: boolean }
  | { kind: "answer"; label: string; text: string; isLong: boolean; isMissing: boolean }
  | {
      kind: "table";
      label?: string;
      columns: { head: string; isNumeric: boolean; weight: number }[];
      rows: { cells: string[]; beneath?: string; isTotal?: boolean }[];
    };
