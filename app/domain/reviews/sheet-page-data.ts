import type { AutosaveAnswer } from "../applications/section-page-data.ts";

/** What a score sheet tells its browser script. */
export interface SheetPageData {
  assignment: string;
  person: string;
  /** What unsaved words are encrypted with while this browser keeps them; of this sign-in alone. */
  deviceKey: string;
}

/** What an autosave of a sheet answers. */
export interface SheetAnswer extends AutosaveAnswer {
  /** A version of the application that came in since the sheet was begun. */
  later?: number;
}
