/** A document to be set on A4 pages: what it says, without a word on how it looks. */
export interface Paper {
  language: "zh" | "en";
  /** In the file's own properties. */
  title: string;
  /** In the file's own properties too; the same paper of the same time is the same bytes. */
  madeAt: string;
  /** At the head of every page. */
  running: { left: string; right: string };
  /** At the foot of every page, beside the page number. */
  foot: string;
  /** "第1页，共36页", with {page} and {pages}. */
  pageOf: string;
  /** Across every page of what is not submitted. */
  watermark?: string;
  blocks: readonly PaperBlock[];
}

export type PaperBlock =
  /** 1 is the document's title, 2 a part, 3 a section, 4 a group or row. */
  | { kind: "heading"; level: 1 | 2 | 3 | 4; text: string; onNewPage?: boolean }
  | { kind: "text"; text: string; muted?: boolean }
  /** Parts and sections with their pages; what follows begins on a new page. */
  | { kind: "contents"; title: string }
  /**
   * A short answer beside its question, or a long one beneath it; a fine one small, such as a hash. What is agreed to
   * is a sentence of its own, and the answer a word at its end.
   */
  | {
      kind: "answer";
      label: string;
      text: string;
      isLong: boolean;
      isMissing: boolean;
      isFine?: boolean;
      isStatement?: boolean;
    }
  /** Short answers that belong together, two beside each other. */
  | { kind: "facts"; facts: readonly { label: string; text: string; isMissing: boolean }[] }
  | { kind: "files"; label: string; files: readonly { name: string; note: string }[] }
  | { kind: "table"; label?: string; columns: readonly PaperColumn[]; rows: readonly PaperRow[] };

export interface PaperColumn {
  head: string;
  isNumeric: boolean;
  /** Share of the width relative to the others. */
  weight: number;
}

export interface PaperRow {
  cells: readonly string[];
  /** What does not fit a line, beneath it. */
  beneath?: string;
  isTotal?: boolean;
}
