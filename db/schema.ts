import type { Generated } from "kysely";

/**
 * One schema for SQLite and PostgreSQL. Ids are UUIDv7 text, times ISO-8601 UTC text, booleans 0/1,
 * JSON is text, money is integer fen (below 2^53).
 */
type Flag = 0 | 1;
/** ISO-8601 UTC instant, as `Date.prototype.toISOString` writes it. */
type Instant = string;
/** JSON kept as text. */
type Json = string;

export interface PersonTable {
  id: string;
  /** Lower-cased, unique. */
  email: string;
  name: string;
  locale: "zh" | "en";
  password_hash: string | null;
  email_verified_at: Instant | null;
  totp_secret: string | null;
  totp_confirmed_at: Instant | null;
  /** Last accepted 30 s step, so that a code works once. */
  totp_last_step: number | null;
  disabled_at: Instant | null;
  created_at: Instant;
  version: number;
}

export interface StaffRoleTable {
  person_id: string;
  role: "officer" | "committee_member" | "committee_chair" | "administrator" | "auditor" | "reviewer";
  granted_by: string | null;
  granted_at: Instant;
}

export interface SessionTable {
  /** SHA-256 of the cookie's token. */
  token_hash: string;
  id: string;
  person_id: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  user_agent: string;
  network: string;
  second_factor_at: Instant | null;
}

export interface OneTimeTokenTable {
  /** SHA-256 of the token in the mailed link. */
  token_hash: string;
  kind: "verify_email" | "reset_password" | "invite_staff" | "change_email";
  person_id: string | null;
  email: string;
  data: Json;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
}

export interface RecoveryCodeTable {
  person_id: string;
  code_hash: string;
  used_at: Instant | null;
}

/** What rate-limiter-flexible keeps: attempts under a key (hashed where it names a person) until `expire`. */
export interface RateLimitTable {
  key: string;
  points: number;
  /** Milliseconds since 1970. */
  expire: number | null;
}

export interface CompanyTable {
  id: string;
  uscc: string;
  /** `pending`: the check digit failed and a person has yet to look at the licence. */
  uscc_state: "valid" | "pending" | "confirmed" | "refused";
  /** Why the office refused the code; the company reads it. */
  uscc_note: Generated<string>;
  name_zh: string;
  name_en: string;
  licence_file_id: string | null;
  /** Raw answers of the company sections, reused by every application. */
  profile: Json;
  created_at: Instant;
  created_by: string;
  version: number;
  /** 1: test applications are made for it, the office's or an outside tester's; it goes with the last of them. */
  is_test: Generated<Flag>;
}

export interface CompanyMemberTable {
  company_id: string;
  person_id: string;
  role: "owner" | "editor" | "viewer";
  added_by: string | null;
  added_at: Instant;
  /** As its company's. */
  is_test: Generated<Flag>;
}

export interface CompanyInvitationTable {
  id: string;
  company_id: string;
  email: string;
  role: "owner" | "editor" | "viewer";
  token_hash: string;
  invited_by: string;
  created_at: Instant;
  expires_at: Instant;
  accepted_at: Instant | null;
  revoked_at: Instant | null;
}

export interface FormVersionTable {
  id: string;
  code: string;
  version: number;
  definition: Json;
  sha256: string;
  created_at: Instant;
  /** Null for what was installed with the programme. */
  created_by: Generated<string | null>;
  /** The version whose texts it puts right, after opening. */
  corrects: Generated<string | null>;
  reason: Generated<string>;
}

export interface FormDraftTable {
  id: string;
  /** The call it is written for; null while there is none. */
  call_id: string | null;
  definition: Json;
  /** Of the draft: one more with every operation. */
  version: number;
  created_by: string;
  created_at: Instant;
  updated_by: string;
  updated_at: Instant;
  /** Of the draft when it was last published, and what came of it. */
  published_version: number | null;
  published_form_id: string | null;
}

export interface FormDraftChangeTable {
  draft_id: string;
  /** Of the draft after it. */
  version: number;
  operation: Json;
  /** The operation that takes it back. */
  inverse: Json;
  person_id: string;
  at: Instant;
}

export interface FormDraftPresenceTable {
  draft_id: string;
  person_id: string;
  /** What they have open, as `kind~holder~key`; empty for the outline. */
  node: string;
  seen_at: Instant;
}

export interface RubricVersionTable {
  id: string;
  code: string;
  version: number;
  definition: Json;
  sha256: string;
  created_at: Instant;
}

export interface CallTable {
  id: string;
  code: string;
  /** Filing year, part of application numbers. */
  year: number;
  title_zh: string;
  title_en: string;
  /** Guideline, eligibility questions, instruments, contact: db/programme's shape. */
  content: Json;
  opens_at: Instant | null;
  closes_at: Instant | null;
  review_started_at: Instant | null;
  published_at: Instant | null;
  form_version_id: string | null;
  rubric_version_id: string | null;
  /** Next serial of an application number. */
  next_serial: number;
  version: number;
  /** 0 until the call is first published, and again once it is withdrawn: the public does not know of it. */
  listed: Generated<Flag>;
  withdrawn_at: Generated<Instant | null>;
  /** Copied from the content: how many reviewers an application wants at least. */
  wanted_reviewers: Generated<number>;
  wanted_technology: Generated<number>;
  wanted_industry: Generated<number>;
  wanted_finance: Generated<number>;
  wanted_investment_legal: Generated<number>;
  /** Copied from the content: what one application may ask for; null where there is no such limit. */
  minimum_fen: Generated<number | null>;
  maximum_fen: Generated<number | null>;
  /** And what all of them may be given together. */
  budget_fen: Generated<number | null>;
}

/** Somebody from outside the office who may try a call before it opens. */
export interface CallTesterTable {
  id: string;
  call_id: string;
  email: string;
  /** Of the invitation. */
  locale: "zh" | "en";
  token_hash: string;
  invited_by: string;
  invited_at: Instant;
  /** Of the link; who has accepted stays until the call opens. */
  expires_at: Instant;
  person_id: string | null;
  accepted_at: Instant | null;
}

export interface CallDraftTable {
  call_id: string;
  /** domain/calls/call-document. */
  document: Json;
  /** `{ [group]: { n: version, at, by } }`; a group without an entry is as it was when the draft began. */
  groups: Json;
  /** Of the draft: one more with every change. */
  version: number;
  created_by: string;
  created_at: Instant;
  updated_by: string;
  updated_at: Instant;
  /** Of the draft when it was last published. */
  published_version: number | null;
}

export interface CallDraftChangeTable {
  call_id: string;
  /** Of the draft after it. */
  version: number;
  group_key: string;
  before: Json;
  after: Json;
  person_id: string;
  at: Instant;
}

/** What the public was shown: 1.0, 2.0 … before opening, 2.1, 2.2 … for corrections and extensions after it. */
export interface CallVersionTable {
  call_id: string;
  major: number;
  minor: number;
  document: Json;
  reason: string;
  /** Null where the version stood before anybody edited the call in the browser. */
  person_id: string | null;
  at: Instant;
}

export interface ApplicationTable {
  id: string;
  /** `SXIC-2026-C5-0001`, given by the first submission. */
  number: string | null;
  call_id: string;
  company_id: string;
  state: string;
  state_since: Instant;
  version: number;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  form_version_id: string;
  officer_id: string | null;
  /** Copied from the answers so that lists need no JSON. */
  title_zh: string;
  title_en: string;
  city_code: string;
  chain_segment: string;
  amount_requested_fen: number | null;
  total_investment_fen: number | null;
  answered: number;
  required: number;
  current_submission_id: string | null;
  submitted_at: Instant | null;
  correction_round: number;
  due_at: Instant | null;
  /** Assignments that stand, and those of them whose review is in: kept by triggers (migrations/tallies.ts). */
  reviewers: Generated<number>;
  reviews: Generated<number>;
  /** Disciplines of which it has fewer reviewers than its call wants, and `total`, each with a space behind it. */
  missing_reviewers: Generated<string>;
  /** 1: made by the office before the call opened, to try its form out; in no list, and gone at opening. */
  is_test: Generated<Flag>;
}

export interface DraftSectionTable {
  application_id: string;
  section_key: string;
  /** `{ [path]: { v: raw value, n: version, at, by } }` plus row orders; see domain/applications/draft. */
  answers: Json;
  version: number;
  updated_at: Instant;
  updated_by: string;
}

export interface AnswerChangeTable {
  /** Id of the operation, given by the browser: a repeated delivery finds its row and changes nothing. */
  op_id: string;
  application_id: string;
  section_key: string;
  path: string;
  before: Json | null;
  after: Json | null;
  /** Version of the field after this change. */
  field_version: number;
  person_id: string;
  at: Instant;
  /** What was typed, where that is not what came to stand (`after`). */
  typed: Generated<Json | null>;
  /** 1: somebody else was first and nothing was written; `typed` is what was turned away. */
  refused: Generated<Flag>;
}

/** Who was last seen in which section of an application; one row a person, stale after a minute or two. */
export interface SectionPresenceTable {
  application_id: string;
  person_id: string;
  section_key: string;
  since: Instant;
  seen_at: Instant;
}

export interface FileTable {
  id: string;
  storage_key: string;
  sha256: string;
  size: number;
  mime: string;
  name: string;
  application_id: string | null;
  company_id: string | null;
  question_key: string;
  uploaded_by: string;
  uploaded_at: Instant;
  /** Of a PDF, where they could be counted. */
  pages: Generated<number | null>;
  /** The newer file that took this one's place in the draft. */
  replaced_by: string | null;
  removed_at: Instant | null;
}

export interface SubmissionTable {
  id: string;
  application_id: string;
  version: number;
  /**
   * Canonical JSON of answers, file hashes and the SHA-256 of the form version, whose row is never changed or
   * deleted; `sha256` covers exactly these bytes.
   */
  snapshot: Json;
  sha256: string;
  signed_name: string;
  submitted_by: string;
  submitted_at: Instant;
  idempotency_key: string;
  /** Hash of what was signed with that key: the same key with another body is refused. */
  request_sha256: Generated<string>;
}

export interface SubmissionFileTable {
  submission_id: string;
  file_id: string;
  question_key: string;
}

export interface SignOffRequestTable {
  id: string;
  application_id: string;
  asked_by: string;
  asked_at: Instant;
  /** To the owners, in the asker's own words. */
  note: string;
  state: "open" | "declined" | "withdrawn" | "submitted";
  answered_by: string | null;
  answered_at: Instant | null;
  /** Why an owner declined. */
  reason: Generated<string>;
}

export interface FormalCheckTable {
  id: string;
  application_id: string;
  submission_id: string;
  officer_id: string | null;
  /** `{ [F01…F14]: { result: "ok" | "problem" | "", note } }` */
  checklist: Json;
  result: "open" | "accepted" | "not_accepted" | "correction";
  reason_code: string | null;
  reason_text: string;
  opened_at: Instant;
  decided_at: Instant | null;
  version: number;
  /** Defects gathered so far, sent with the notice: `[{ sectionKey, questionKey, fileId, reason, wanted }]`. */
  flags: Generated<Json>;
  /** What became of the round's flags: `{ [correction_item id]: "solved" | "unsolved" }`. */
  verdicts: Generated<Json>;
}

export interface CorrectionItemTable {
  id: string;
  application_id: string;
  round: number;
  /** Question path, or `""` for the application as a whole. */
  section_key: string;
  question_key: string;
  reason: string;
  wanted: string;
  created_by: string;
  created_at: Instant;
  answered_at: Instant | null;
  /** The one file that is meant, where the question has several; else empty. */
  file_id: Generated<string>;
  /** The company's own words on this flag; instead of a change, or beside one. */
  reply: Generated<string>;
  replied_at: Generated<Instant | null>;
  replied_by: Generated<string | null>;
}

export interface ReviewerProfileTable {
  person_id: string;
  affiliation: string;
  affiliation_uscc: string;
  discipline: "technology" | "industry" | "finance" | "investment_legal";
  /** JSON array of chain segments, materials and device types. */
  expertise: Json;
  max_load: number;
  /** Assignments still to be reviewed: kept by triggers. */
  load: Generated<number>;
}

export interface ReviewerRegistryTable {
  person_id: string;
  /** Raw answers of the registry's form, as the reviewer keeps them. */
  answers: Json;
  /** One more with every change. */
  version: number;
  updated_at: Instant;
  /** As the office last confirmed them, and which version that was. */
  confirmed_answers: Json | null;
  confirmed_version: number | null;
  confirmed_by: string | null;
  confirmed_at: Instant | null;
}

export interface ConflictTable {
  id: string;
  application_id: string;
  person_id: string;
  source: "declared" | "detected" | "office";
  kind: string;
  note: string;
  state: "open" | "confirmed" | "dismissed";
  created_at: Instant;
  created_by: string | null;
  judged_by: string | null;
  judged_at: Instant | null;
  /** Of a detected one: the facts that led to it, as a key; another fact is another row. */
  fact: Generated<string>;
  /** The same for people to read: domain/reviews/ties. */
  path: Json | null;
  /** What the judgement rests on, where it was not the note itself. */
  verdict: Generated<string>;
}

/** Organisations that the submitted answers of an application tie to its company. */
export interface ApplicationTieTable {
  application_id: string;
  position: number;
  name: string;
  name_key: string;
  /** Empty where none is given. */
  uscc: string;
  relation: string;
}

/** For whom conflicts were searched last: the mark says on which facts. */
export interface ConflictCheckTable {
  subject_kind: "application" | "reviewer";
  subject_id: string;
  mark: string;
  checked_at: Instant;
}

export interface AssignmentTable {
  id: string;
  application_id: string;
  reviewer_id: string;
  state: "assigned" | "accepted" | "declined" | "conflicted" | "submitted" | "recused" | "withdrawn";
  due_at: Instant;
  assigned_by: string;
  assigned_at: Instant;
  /** The signed conflict declaration; the application opens only after it. */
  declared_at: Instant | null;
  declaration: Json | null;
  decline_reason: string;
  version: number;
}

/** What a reviewer said of an application before anybody was assigned. */
export interface ReviewerWishTable {
  person_id: string;
  application_id: string;
  wish: "keen" | "willing" | "no";
  updated_at: Instant;
}

/** How a call weighs what speaks for a pair; without a row as usual (domain/reviews/assignment-run). */
export interface AssignmentSettingTable {
  call_id: string;
  declared_weight: number;
  text_weight: number;
  wish_weight: number;
  /** 1: reviewers may see the call's titles and say what they wish. */
  wishes_open: Flag;
  version: number;
  updated_at: Instant;
  updated_by: string | null;
}

/** One working-out of who reviews what in a call. */
export interface AssignmentRunTable {
  id: string;
  call_id: string;
  kind: "fair" | "max_sum";
  /** domain/reviews/assignment-run: what was asked for, with the exceptions granted. */
  parameters: Json;
  seed: number;
  state: "queued" | "running" | "cancelled" | "failed" | "proposed" | "released" | "discarded";
  /** 1 at first, one more each time the changed proposal is worked out anew. */
  round: number;
  /** 0 to 100. */
  progress: number;
  /** SHA-256 of everything the solver was given. */
  input_hash: string;
  certificate: Json | null;
  /** Why nothing could be proposed, for the last round. */
  outcome: Json | null;
  /** Ids in the order of `choices`. */
  reviewers: Json;
  /** Pairs that would be assigned, and what they are worth together, in billionths. */
  pairs: number;
  value: number;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  ended_by: string | null;
  ended_at: Instant | null;
  /** Who works on it and until when that is believed. */
  lease: string | null;
  lease_until: Instant | null;
  version: number;
}

export interface AssignmentPairTable {
  run_id: string;
  application_id: string;
  reviewer_id: string;
  /** `standing`: assigned before the run. `banned`: kept apart by hand, not proposed. */
  mark: "" | "pinned" | "banned" | "standing";
  /** In billionths. */
  worth: number;
  /** What it is made of: `[declared, text, wish]` in hundredths, null for what is not known. */
  why: Json;
}

export interface AssignmentRunApplicationTable {
  run_id: string;
  application_id: string;
  /** Of its pairs together, in billionths. */
  worth: number;
  assigned: number;
  /** What every reviewer would be worth to it (features/reviews/assignment/choices); emptied once the run has ended. */
  choices: string;
}

export interface AssignmentRunReviewerTable {
  run_id: string;
  reviewer_id: string;
  /** In the run's list of reviewers. */
  place: number;
  /** Of the call, those that stood before the run among them. */
  assigned: number;
  worth: number;
  /** The most the reviewer can have in this call. */
  room: number;
}

export interface ReviewTable {
  id: string;
  assignment_id: string;
  submission_id: string;
  rubric_version_id: string;
  /** `{ [path]: { v, n, at } }`, the same field-versioned shape as a draft section. */
  sheet: Json;
  /** The reviewer's own notes, in the same shape; read by nobody else. */
  notes: Generated<Json>;
  /** Criteria that have a score, kept so that the queue need not read sheets. */
  scored: number;
  state: "draft" | "submitted";
  /** Score × 100, half-up, set at submission (domain.md §5.4). */
  total_x100: number | null;
  advice: "recommend" | "conditional" | "not_recommend" | null;
  in_scope: Flag | null;
  started_at: Instant;
  updated_at: Instant;
  submitted_at: Instant | null;
  version: number;
}

/** What was typed into a score sheet, operation by operation, as `answer_change` has it of a draft. */
export interface SheetChangeTable {
  op_id: string;
  review_id: string;
  path: string;
  before: Json | null;
  after: Json | null;
  field_version: number;
  /** What was typed, where that is not what came to stand (`after`). */
  typed: Json | null;
  /** 1: another window was first and nothing was written. */
  refused: Flag;
  at: Instant;
}

export interface ReviewQuestionTable {
  id: string;
  application_id: string;
  /** The asker's; the company never learns of it. */
  assignment_id: string;
  /** `""` where it is about the whole application. */
  section_key: string;
  /** As the reviewer wrote it: for the office and the asker alone. */
  question: string;
  asked_at: Instant;
  state: "asked" | "forwarded" | "answered" | "passed_on" | "declined";
  /** As the office put it to the company; empty until then. */
  wording: Generated<string>;
  due_at: Instant | null;
  /** Why the office did not forward it. */
  reason: Generated<string>;
  handled_by: string | null;
  handled_at: Instant | null;
  answer: Generated<string>;
  answered_by: string | null;
  answered_at: Instant | null;
  passed_on_at: Instant | null;
  version: number;
}

export interface DecisionTable {
  id: string;
  application_id: string;
  kind: "approve" | "approve_with_conditions" | "defer" | "reject";
  amount_fen: number | null;
  conditions: string;
  reason_code: string | null;
  reason_text: string;
  /** Why the call's budget is exceeded; empty where it is not. */
  over_budget_reason: Generated<string>;
  meeting_on: string;
  state: "recorded" | "released" | "superseded";
  recorded_by: string;
  recorded_at: Instant;
  released_by: string | null;
  released_at: Instant | null;
  version: number;
}

/** How many applications (and how much money asked for) stand where: kept by triggers (migrations/tallies.ts). */
export interface ApplicationTallyTable {
  call_id: string;
  state: string;
  city_code: string;
  officer_id: string;
  n: number;
  amount_fen: number;
}

/** What the submitted reviews of one application add up to (domain.md §5.4), refreshed with every review. */
export interface ScoreSummaryTable {
  application_id: string;
  call_id: string;
  /** The application's own state: a trigger keeps it equal. */
  state: string;
  rubric_version_id: string;
  /** Valid sheets: submitted, by reviewers who are not recused. */
  valid: number;
  method: "trimmed" | "plain" | "insufficient";
  /** By the rule book; null while there are too few sheets. */
  score_x100: number | null;
  mean_x100: number | null;
  median_x100: number | null;
  spread_x100: number | null;
  /** Criterion means × 100 in the order ties are broken by. */
  tie_1: number;
  tie_2: number;
  tie_3: number;
  /** The chair's place among equals, 1 upwards; 0 while undecided. */
  chair_order: Generated<number>;
  /** Means in the rubric's order, comma between: `3.86,4.10,…`. */
  criterion_means: string;
  /** Totals of the valid sheets, highest first, space between: `91.00 82.50 …`. */
  totals: string;
  /** Keys of criteria whose mean is under the floor, comma between. */
  below_floor: string;
  /** Reasons to deliberate before ranking, comma between; empty when there are none. */
  moderation: string;
  outcome: "shortlist" | "reserve" | "fail" | null;
  recommend: number;
  conditional: number;
  not_recommend: number;
  out_of_scope: number;
  refreshed_at: Instant;
  /** One more with every change to it; the sum over a call tells whether anything in it has changed. */
  changes: Generated<number>;
}

/** What the scores of a call say once calibrated; kept under the hash of what it was computed from. */
export interface CalibrationTable {
  call_id: string;
  /** How the call's summaries stood when last looked at: another mark means that scores may have changed. */
  mark: Generated<string>;
  inputs_hash: Generated<string>;
  outcome: Generated<"" | "ready" | "too_few" | "not_comparable">;
  /** features/reviews/calibration/calibration-result.ts; empty until there is one. */
  result: Generated<string>;
  computed_at: Instant | null;
  /** Somebody is computing it anew. */
  claimed_until: Instant | null;
}

/** For how many applications of a call the money is meant to be. */
export interface FundingLineTable {
  call_id: string;
  places: number;
  moved_by: string;
  moved_at: Instant;
  version: number;
}

/** What a reviewer could see when a sheet came in. Append-only. */
export interface ReviewRecordTable {
  review_id: string;
  /** 1 for the sheet as first submitted, one more with each revision by its author. */
  revision: number;
  /** Canonical JSON: domain/reviews/review-record.ts; `sha256` covers exactly these bytes. */
  content: Json;
  sha256: string;
  recorded_at: Instant;
}

export interface NoticeTable {
  id: string;
  call_id: string | null;
  title_zh: string;
  title_en: string;
  body_zh: string;
  body_en: string;
  published_at: Instant;
}

export interface EventTable {
  /** 1, 2, 3 … without gaps. */
  seq: number;
  id: string;
  at: Instant;
  actor_kind: "person" | "system" | "anonymous";
  actor_id: string | null;
  type: string;
  subject_kind: string;
  subject_id: string;
  application_id: string | null;
  company_id: string | null;
  call_id: string | null;
  /** Canonical JSON: ids, codes and figures, never names or addresses. */
  data: Json;
  request_id: string;
  prev_hash: string;
  hash: string;
}

export interface EventHeadTable {
  id: 1;
  seq: number;
  hash: string;
}

export interface MailDeliveryTable {
  id: string;
  event_id: string;
  template: string;
  recipient_id: string | null;
  recipient_email: string;
  locale: "zh" | "en";
  /** What the template needs, gathered when the row was queued. */
  fields: Json;
  state: "waiting" | "sending" | "sent" | "retrying" | "failed" | "kept" | "cancelled";
  attempts: number;
  next_attempt_at: Instant;
  lease_until: Instant | null;
  message_id: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  last_error: string | null;
  created_at: Instant;
  sent_at: Instant | null;
}

export interface WorkerCursorTable {
  name: string;
  event_seq: number;
}

export interface SettingTable {
  key: string;
  value: Json;
  updated_at: Instant;
  version: Generated<number>;
}

export interface Schema {
  person: PersonTable;
  staff_role: StaffRoleTable;
  session: SessionTable;
  one_time_token: OneTimeTokenTable;
  recovery_code: RecoveryCodeTable;
  rate_limit: RateLimitTable;
  company: CompanyTable;
  company_member: CompanyMemberTable;
  company_invitation: CompanyInvitationTable;
  form_version: FormVersionTable;
  form_draft: FormDraftTable;
  form_draft_change: FormDraftChangeTable;
  form_draft_presence: FormDraftPresenceTable;
  rubric_version: RubricVersionTable;
  call: CallTable;
  call_tester: CallTesterTable;
  call_draft: CallDraftTable;
  call_draft_change: CallDraftChangeTable;
  call_version: CallVersionTable;
  application: ApplicationTable;
  draft_section: DraftSectionTable;
  answer_change: AnswerChangeTable;
  section_presence: SectionPresenceTable;
  file: FileTable;
  submission: SubmissionTable;
  submission_file: SubmissionFileTable;
  sign_off_request: SignOffRequestTable;
  formal_check: FormalCheckTable;
  correction_item: CorrectionItemTable;
  reviewer_profile: ReviewerProfileTable;
  reviewer_registry: ReviewerRegistryTable;
  conflict: ConflictTable;
  application_tie: ApplicationTieTable;
  conflict_check: ConflictCheckTable;
  assignment: AssignmentTable;
  reviewer_wish: ReviewerWishTable;
  assignment_setting: AssignmentSettingTable;
  assignment_run: AssignmentRunTable;
  assignment_pair: AssignmentPairTable;
  assignment_run_application: AssignmentRunApplicationTable;
  assignment_run_reviewer: AssignmentRunReviewerTable;
  review: ReviewTable;
  sheet_change: SheetChangeTable;
  review_question: ReviewQuestionTable;
  decision: DecisionTable;
  application_tally: ApplicationTallyTable;
  score_summary: ScoreSummaryTable;
  calibration: CalibrationTable;
  funding_line: FundingLineTable;
  review_record: ReviewRecordTable;
  notice: NoticeTable;
  event: EventTable;
  event_head: EventHeadTable;
  mail_delivery: MailDeliveryTable;
  worker_cursor: WorkerCursorTable;
  setting: SettingTable;
}
