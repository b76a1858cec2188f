import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";

/** What a reviewer could see at the moment a sheet came in, and the sheet itself: enough to show it again as it was. */
export interface ReviewRecord {
  format: 1;
  review: {
    id: string;
    /** 1 as first submitted, one more with each revision by its author. */
    revision: number;
    submittedAt: string;
    totalX100: number;
    advice: string;
    inScope: boolean;
    /** As typed, by path. */
    sheet: Readonly<Record<string, string>>;
  };
  assignment: {
    id: string;
    reviewerId: string;
    assignedAt: string;
    dueAt: string;
    declaredAt: string | null;
    /** As signed: `{ hasConflict, kind, note, signed }`. */
    declaration: Json;
  };
  application: { id: string; number: string };
  /** Versions that were open to the reviewer; the sheet speaks of the last. */
  submissions: readonly { id: string; version: number; sha256: string; submittedAt: string }[];
  form: { id: string; version: number; sha256: string };
  rubric: { id: string; version: number; sha256: string };
  /** Files of the last version, without those of restricted questions. */
  files: readonly { id: string; question: string; name: string; size: number; sha256: string }[];
  /** Between this reviewer and this application, whatever became of them. */
  conflicts: readonly { id: string; source: string; kind: string; state: string; createdAt: string }[];
  /** Letters to the reviewer about this application. */
  messages: readonly { id: string; template: string; at: string }[];
  /** Other reviewers' sheets are sealed until one's own is in: what was open of them is nothing, or these. */
  otherSheets: readonly { reviewId: string; revision: number }[];
}

/** The bytes its SHA-256 covers. */
export const reviewRecordJson = (record: ReviewRecord): string => canonicalJson(record as unknown as Json);
