import { type Kysely, PostgresAdapter, sql } from "kysely";
import { appendOnly } from "./append-only.ts";
import type { Dialect } from "./migration.ts";
import { tallies } from "./tallies.ts";

type Columns = Record<string, string>;

/** `key` columns become the primary key; `text`, `text?`, `int`, `int?` are not null unless marked. */
async function table(db: Kysely<never>, name: string, columns: Columns, constraints: string[] = []) {
  // Text sorts by its bytes, as in SQLite, whatever language the server was set up in.
  const text = db.getExecutor().adapter instanceof PostgresAdapter ? 'text collate "C"' : "text";
  const body = Object.entries(columns).map(([column, kind]) => {
    const type = kind.startsWith("int") ? "bigint" : text;
    const rest = kind.replace(/^(int|text)/, "");
    const optional = rest.startsWith("?");
    return `"${column}" ${type}${optional ? "" : " not null"} ${rest.replace("?", "")}`.trim();
  });
  await sql.raw(`create table "${name}" (${[...body, ...constraints].join(", ")})`).execute(db);
}

async function index(db: Kysely<never>, name: string, on: string, unique = false) {
  await sql.raw(`create ${unique ? "unique " : ""}index "${name}" on ${on}`).execute(db);
}

export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  await accounts(db);
  await companies(db);
  await programme(db);
  await applications(db);
  await reviews(db);
  await office(db);
  await records(db, dialect);
  await tallies(db, dialect);
}

async function accounts(db: Kysely<never>) {
  await table(db, "person", {
    id: "text primary key",
    email: "text unique",
    name: "text",
    locale: "text",
    password_hash: "text?",
    email_verified_at: "text?",
    totp_secret: "text?",
    totp_confirmed_at: "text?",
    totp_last_step: "int?",
    disabled_at: "text?",
    created_at: "text",
    version: "int default 1",
  });
  await table(
    db,
    "staff_role",
    { person_id: "text references person(id)", role: "text", granted_by: "text?", granted_at: "text" },
    ["primary key (person_id, role)"],
  );
  await table(db, "session", {
    token_hash: "text primary key",
    id: "text unique",
    person_id: "text references person(id)",
    created_at: "text",
    last_seen_at: "text",
    expires_at: "text",
    user_agent: "text",
    network: "text",
    second_factor_at: "text?",
  });
  await index(db, "session_person", "session (person_id)");
  await table(db, "one_time_token", {
    token_hash: "text primary key",
    kind: "text",
    person_id: "text? references person(id)",
    email: "text",
    data: "text",
    created_at: "text",
    expires_at: "text",
    used_at: "text?",
  });
  await index(db, "one_time_token_person", "one_time_token (person_id, kind)");
  await table(
    db,
    "recovery_code",
    { person_id: "text references person(id)", code_hash: "text", used_at: "text?" },
    ["primary key (person_id, code_hash)"],
  );
  await table(db, "rate_limit", { key: "text primary key", points: "int", expire: "int?" });
}

async function companies(db: Kysely<never>) {
  await table(db, "company", {
    id: "text primary key",
    uscc: "text unique",
    uscc_state: "text",
    uscc_note: "text default ''",
    name_zh: "text",
    name_en: "text",
    licence_file_id: "text?",
    profile: "text",
    created_at: "text",
    created_by: "text references person(id)",
    version: "int default 1",
  });
  await table(
    db,
    "company_member",
    {
      company_id: "text references company(id)",
      person_id: "text references person(id)",
      role: "text",
      added_by: "text?",
      added_at: "text",
    },
    ["primary key (company_id, person_id)"],
  );
  await index(db, "company_member_person", "company_member (person_id)");
  await table(db, "company_invitation", {
    id: "text primary key",
    company_id: "text references company(id)",
    email: "text",
    role: "text",
    token_hash: "text unique",
    invited_by: "text references person(id)",
    created_at: "text",
    expires_at: "text",
    accepted_at: "text?",
    revoked_at: "text?",
  });
  await index(db, "company_invitation_company", "company_invitation (company_id)");
}

async function programme(db: Kysely<never>) {
  for (const name of ["form_version", "rubric_version"]) {
    await table(
      db,
      name,
      {
        id: "text primary key",
        code: "text",
        version: "int",
        definition: "text",
        sha256: "text",
        created_at: "text",
      },
      ["unique (code, version)"],
    );
  }
  await table(
    db,
    "call",
    {
      id: "text primary key",
      code: "text",
      year: "int",
      title_zh: "text",
      title_en: "text",
      content: "text",
      opens_at: "text?",
      closes_at: "text?",
      review_started_at: "text?",
      published_at: "text?",
      form_version_id: "text? references form_version(id)",
      rubric_version_id: "text? references rubric_version(id)",
      next_serial: "int default 1",
      version: "int default 1",
    },
    ["unique (code, year)"],
  );
  await table(db, "notice", {
    id: "text primary key",
    call_id: "text? references call(id)",
    title_zh: "text",
    title_en: "text",
    body_zh: "text",
    body_en: "text",
    published_at: "text",
  });
  await index(db, "notice_published", "notice (published_at)");
}

async function applications(db: Kysely<never>) {
  await table(db, "application", {
    id: "text primary key",
    number: "text? unique",
    call_id: "text references call(id)",
    company_id: "text references company(id)",
    state: "text",
    state_since: "text",
    version: "int default 1",
    created_by: "text references person(id)",
    created_at: "text",
    updated_at: "text",
    form_version_id: "text references form_version(id)",
    officer_id: "text? references person(id)",
    title_zh: "text default ''",
    title_en: "text default ''",
    city_code: "text default ''",
    chain_segment: "text default ''",
    amount_requested_fen: "int?",
    total_investment_fen: "int?",
    answered: "int default 0",
    required: "int default 0",
    current_submission_id: "text?",
    submitted_at: "text?",
    correction_round: "int default 0",
    due_at: "text?",
    reviewers: "int default 0",
    reviews: "int default 0",
  });
  await index(db, "application_company", "application (company_id, created_at)");
  await index(db, "application_state", "application (state, state_since, id)");
  await index(db, "application_call_state", "application (call_id, state, number)");
  await index(db, "application_since", "application (state_since, id)");
  await index(db, "application_submitted", "application (submitted_at, id)");
  await index(db, "application_call_submitted", "application (call_id, submitted_at, id)");
  await index(db, "application_call_since", "application (call_id, state_since, id)");
  await index(db, "application_call_number", "application (call_id, number, id)");
  await index(db, "application_amount", "application ((coalesce(amount_requested_fen, -1)), id)");
  await index(db, "application_officer", "application (officer_id, state_since, id)");
  await index(db, "application_city", "application (city_code, state_since, id)");
  await index(db, "application_coverage", "application (state, reviewers, call_id)");
  await index(db, "application_due", "application (state, due_at, id)");
  await table(
    db,
    "draft_section",
    {
      application_id: "text references application(id)",
      section_key: "text",
      answers: "text",
      version: "int",
      updated_at: "text",
      updated_by: "text",
    },
    ["primary key (application_id, section_key)"],
  );
  await table(db, "answer_change", {
    op_id: "text primary key",
    application_id: "text references application(id)",
    section_key: "text",
    path: "text",
    before: "text?",
    after: "text?",
    field_version: "int",
    person_id: "text",
    at: "text",
  });
  await index(db, "answer_change_path", "answer_change (application_id, path, at)");
  await table(db, "file", {
    id: "text primary key",
    storage_key: "text",
    sha256: "text",
    size: "int",
    mime: "text",
    name: "text",
    application_id: "text? references application(id)",
    company_id: "text? references company(id)",
    question_key: "text",
    uploaded_by: "text references person(id)",
    uploaded_at: "text",
    replaced_by: "text?",
    removed_at: "text?",
  });
  await index(db, "file_application", "file (application_id, question_key)");
  await table(
    db,
    "submission",
    {
      id: "text primary key",
      application_id: "text references application(id)",
      version: "int",
      snapshot: "text",
      sha256: "text",
      signed_name: "text",
      submitted_by: "text references person(id)",
      submitted_at: "text",
      idempotency_key: "text unique",
      request_sha256: "text default ''",
    },
    ["unique (application_id, version)"],
  );
  await table(
    db,
    "submission_file",
    {
      submission_id: "text references submission(id)",
      file_id: "text references file(id)",
      question_key: "text",
    },
    ["primary key (submission_id, file_id)"],
  );
  await index(db, "submission_file_file", "submission_file (file_id)");
  await table(db, "formal_check", {
    id: "text primary key",
    application_id: "text references application(id)",
    submission_id: "text references submission(id)",
    officer_id: "text?",
    checklist: "text",
    result: "text",
    reason_code: "text?",
    reason_text: "text default ''",
    opened_at: "text",
    decided_at: "text?",
    version: "int default 1",
  });
  await index(db, "formal_check_application", "formal_check (application_id, opened_at)");
  await table(db, "correction_item", {
    id: "text primary key",
    application_id: "text references application(id)",
    round: "int",
    section_key: "text",
    question_key: "text",
    reason: "text",
    wanted: "text default ''",
    created_by: "text",
    created_at: "text",
    answered_at: "text?",
  });
  await index(db, "correction_item_application", "correction_item (application_id, round)");
}

async function reviews(db: Kysely<never>) {
  await table(db, "reviewer_profile", {
    person_id: "text primary key references person(id)",
    affiliation: "text",
    affiliation_uscc: "text",
    discipline: "text",
    expertise: "text",
    max_load: "int",
    load: "int default 0",
  });
  await index(db, "reviewer_profile_load", "reviewer_profile (load, person_id)");
  await table(db, "conflict", {
    id: "text primary key",
    application_id: "text references application(id)",
    person_id: "text references person(id)",
    source: "text",
    kind: "text",
    note: "text default ''",
    state: "text",
    created_at: "text",
    created_by: "text?",
    judged_by: "text?",
    judged_at: "text?",
  });
  await index(db, "conflict_pair", "conflict (application_id, person_id)");
  await index(db, "conflict_person", "conflict (person_id, state)");
  await index(db, "conflict_state", "conflict (state, created_at, id)");
  await table(
    db,
    "assignment",
    {
      id: "text primary key",
      application_id: "text references application(id)",
      reviewer_id: "text references person(id)",
      state: "text",
      due_at: "text",
      assigned_by: "text",
      assigned_at: "text",
      declared_at: "text?",
      declaration: "text?",
      decline_reason: "text default ''",
      version: "int default 1",
    },
    ["unique (application_id, reviewer_id)"],
  );
  await index(db, "assignment_reviewer", "assignment (reviewer_id, state, due_at, id)");
  await index(db, "assignment_due", "assignment (state, due_at, id)");
  await table(db, "review", {
    id: "text primary key",
    assignment_id: "text unique references assignment(id)",
    submission_id: "text references submission(id)",
    rubric_version_id: "text references rubric_version(id)",
    sheet: "text",
    scored: "int default 0",
    state: "text",
    total_x100: "int?",
    advice: "text?",
    in_scope: "int?",
    started_at: "text",
    updated_at: "text",
    submitted_at: "text?",
    version: "int default 1",
  });
  await table(db, "decision", {
    id: "text primary key",
    application_id: "text references application(id)",
    kind: "text",
    amount_fen: "int?",
    conditions: "text default ''",
    reason_code: "text?",
    reason_text: "text default ''",
    meeting_on: "text",
    state: "text",
    recorded_by: "text",
    recorded_at: "text",
    released_by: "text?",
    released_at: "text?",
    version: "int default 1",
  });
  await index(db, "decision_application", "decision (application_id, state)");
  await index(db, "decision_state", "decision (state, recorded_at, id)");
  // Two officers deciding at once: the second insert fails, whatever both had read.
  await index(db, "decision_pending", "decision (application_id) where state = 'recorded'", true);
}

/** Figures the office reads on every page; see tallies.ts and features/refresh-score-summary.ts. */
async function office(db: Kysely<never>) {
  await table(
    db,
    "application_tally",
    { call_id: "text", state: "text", city_code: "text", officer_id: "text", n: "int", amount_fen: "int" },
    ["primary key (call_id, state, city_code, officer_id)"],
  );
  await table(db, "score_summary", {
    application_id: "text primary key references application(id)",
    call_id: "text references call(id)",
    state: "text",
    rubric_version_id: "text references rubric_version(id)",
    valid: "int",
    method: "text",
    score_x100: "int?",
    mean_x100: "int?",
    median_x100: "int?",
    spread_x100: "int?",
    tie_1: "int",
    tie_2: "int",
    tie_3: "int",
    chair_order: "int default 0",
    criterion_means: "text",
    totals: "text",
    below_floor: "text",
    moderation: "text",
    outcome: "text?",
    recommend: "int",
    conditional: "int",
    not_recommend: "int",
    out_of_scope: "int",
    refreshed_at: "text",
  });
  const order = "(coalesce(score_x100, -1)) desc, tie_1 desc, tie_2 desc, tie_3 desc, chair_order";
  await index(
    db,
    "score_summary_rank",
    `score_summary (call_id, ${order}, application_id, state, moderation)`,
  );
}

async function records(db: Kysely<never>, dialect: Dialect) {
  await table(db, "event", {
    seq: "int primary key",
    id: "text unique",
    at: "text",
    actor_kind: "text",
    actor_id: "text?",
    type: "text",
    subject_kind: "text",
    subject_id: "text",
    application_id: "text?",
    company_id: "text?",
    call_id: "text?",
    data: "text",
    request_id: "text",
    prev_hash: "text",
    hash: "text unique",
  });
  await index(db, "event_application", "event (application_id, seq)");
  await index(db, "event_company", "event (company_id, seq)");
  await index(db, "event_actor", "event (actor_id, seq)");
  await index(db, "event_type", "event (type, seq)");
  await table(db, "event_head", { id: "int primary key", seq: "int", hash: "text" });
  await sql.raw(`insert into event_head (id, seq, hash) values (1, 0, '${"0".repeat(64)}')`).execute(db);
  await appendOnly(db, dialect, "event");
  // Submissions name their form by its hash: a version, once written, stays as it is.
  await appendOnly(db, dialect, "form_version");
  await table(
    db,
    "mail_delivery",
    {
      id: "text primary key",
      event_id: "text references event(id)",
      template: "text",
      recipient_id: "text?",
      recipient_email: "text",
      locale: "text",
      fields: "text",
      state: "text",
      attempts: "int default 0",
      next_attempt_at: "text",
      lease_until: "text?",
      message_id: "text",
      subject: "text?",
      html: "text?",
      text: "text?",
      last_error: "text?",
      created_at: "text",
      sent_at: "text?",
    },
    ["unique (event_id, recipient_email, template)"],
  );
  await index(db, "mail_delivery_due", "mail_delivery (state, next_attempt_at)");
  await index(db, "mail_delivery_created", "mail_delivery (created_at, id)");
  await table(db, "worker_cursor", { name: "text primary key", event_seq: "int" });
  await table(db, "setting", { key: "text primary key", value: "text", updated_at: "text" });
}
