import type { Pair, PairState } from "./draft/stale-pairs.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { AttachedFile } from "#app/domain/forms/check-env.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";

/** What a section's page tells its browser script. */
export interface SectionPageData {
  application: string;
  section: string;
  person: string;
  /** What unsaved answers are encrypted with while this browser keeps them; of this sign-in alone. */
  deviceKey: string;
  locale: "zh" | "en";
  /** Names of the company's people, by id, and titles of the application's sections, by key. */
  people: Record<string, string>;
  titles: Record<string, string>;
  /** The part of the form that is worked out live (`sectionExtract`). */
  definition: FormDefinition;
  /** Answers of other sections that this one looks at. */
  elsewhere: RawAnswers;
  files: Record<string, AttachedFile[]>;
  today: string;
  /** When the page was drawn, by the portal's clock. */
  at: string;
  /** Texts in both languages, and what their changes so far come to. */
  pairs: (Pair & { state: PairState })[];
  /** Id that stands for a new row in a table's template. */
  templateRowId: string;
  /** Whether open points are shown, and so kept current while somebody types. */
  showsIssues: boolean;
}

/** What an autosave answers. */
export interface AutosaveAnswer {
  /** When the commit was made, as the page shows it. */
  time: string;
  outcomes: AutosaveOutcome[];
  /** Open points of the section, when they were asked for. */
  issues?: ShownIssue[];
  present: ShownPresent[];
  /** Where the page still encrypts for an earlier sign-in: the key of this one. */
  deviceKey?: string;
}

/** Who has which section open, by ids the page has names for; `since` as people read it. */
export interface ShownPresent {
  person: string;
  section: string;
  since: string;
}

export type AutosaveOutcome =
  | {
      opId: string;
      status: "saved";
      path: string;
      version: number;
      /** What stands now where a colleague changed the same text elsewhere: both changes. */
      merged?: ShownTheirs;
    }
  | { opId: string; status: "conflict"; path: string; version: number; theirs: ShownTheirs };

/** What stands in the draft, and whose it is. */
export interface ShownTheirs {
  /** As typed; null when the row was removed. */
  value: string | string[] | null;
  /** As people read it. */
  text: string;
  name: string;
  time: string;
}

export interface ShownIssue {
  path: string;
  level: "error" | "warning";
  text: string;
  summary: string;
}
