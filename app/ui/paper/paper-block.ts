/** Parts of a printed document; platform/pdf sets the same shapes on pages. */
export type PaperBlock =
  | { kind: "heading"; level: 1 | 2 | 3 | 4; text: string; onNewPage?: boolean }
  | { kind: "text"; text: string; muted?: boolean }
  | { kind: "contents"; title: string }
  | {
      kind: "answer";
      label: string;
      text: string;
      isLong: boolean;
      isMissing: boolean;
      isFine?: boolean;
      isStatement?: boolean;
    }
  | { kind: "facts"; facts: { label: string; text: string; isMissing: boolean }[] }
  | { kind: "files"; label: string; files: { name: string; note: string }[] }
  | {
      kind: "table";
      label?: string;
      columns: { head: string; isNumeric: boolean; weight: number }[];
      rows: { cells: string[]; beneath?: string; isTotal?: boolean }[];
    };
