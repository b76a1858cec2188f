import * as foundation from "./0001-foundation.ts";
import * as drafts from "./0002-drafts.ts";
import * as formDrafts from "./0003-form-drafts.ts";
import * as signOff from "./0004-sign-off.ts";
import * as corrections from "./0006-corrections.ts";
import * as formBuilder from "./0008-form-builder.ts";
import * as callEditor from "./0009-call-editor.ts";
import * as testApplications from "./0010-test-applications.ts";
import * as callLimits from "./0014-call-limits.ts";
import * as filePages from "./0015-file-pages.ts";
import * as reviewerRegistry from "./0017-reviewer-registry.ts";
import * as callTesters from "./0019-call-testers.ts";
import * as conflictFindings from "./0021-conflict-findings.ts";
import * as reviewersAndBudget from "./0021-reviewers-and-budget.ts";
import * as assignmentRuns from "./0022-assignment-runs.ts";
import * as calibrationAndReviewRecords from "./0024-calibration-and-review-records.ts";
import * as sheetHistory from "./0025-sheet-history.ts";
import * as reviewQuestions from "./0026-review-questions.ts";
import * as reviewNotes from "./0028-review-notes.ts";
import type { Migration } from "./migration.ts";

/** In order, forward only; a landed migration is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-foundation": foundation,
  "0002-drafts": drafts,
  "0003-form-drafts": formDrafts,
  "0004-sign-off": signOff,
  "0006-corrections": corrections,
  "0008-form-builder": formBuilder,
  "0009-call-editor": callEditor,
  "0010-test-applications": testApplications,
  "0014-call-limits": callLimits,
  "0015-file-pages": filePages,
  "0017-reviewer-registry": reviewerRegistry,
  "0019-call-testers": callTesters,
  "0021-conflict-findings": conflictFindings,
  "0021-reviewers-and-budget": reviewersAndBudget,
  "0022-assignment-runs": assignmentRuns,
  "0024-calibration-and-review-records": calibrationAndReviewRecords,
  "0025-sheet-history": sheetHistory,
  "0026-review-questions": reviewQuestions,
  "0028-review-notes": reviewNotes,
};
