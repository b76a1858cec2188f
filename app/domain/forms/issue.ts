import type { LocalText } from "./definition.ts";

/** What can be wrong with an answer. The sentences are in i18n/messages/form-issues.ts. */
export const issueCodes = [
  "missing_text",
  "missing_choice",
  "missing_answer",
  "missing_file",
  "missing_rows",
  "missing_declaration",
  "too_short",
  "too_long",
  "too_few_words",
  "too_many_words",
  "text_form",
  "not_a_number",
  "not_whole",
  "too_many_places",
  "too_small",
  "too_large",
  "below_call",
  "above_call",
  "money_unit",
  "money_commas",
  "money_form",
  "money_negative",
  "money_as_yuan",
  "date_form",
  "month_form",
  "date_too_early",
  "date_too_late",
  "unknown_option",
  "too_few_chosen",
  "too_many_chosen",
  "exclusive_option",
  "uscc_length",
  "uscc_characters",
  "uscc_check",
  "uscc_check_by_person",
  "uscc_kind",
  "mobile_form",
  "email_form",
  "url_form",
  "postcode_form",
  "ip_number_form",
  "ip_number_check",
  "ip_number_old",
  "pair_stale",
  "gb4754_form",
  "address_city",
  "address_county",
  "address_county_unknown",
  "address_detail",
  "person_name",
  "person_title",
  "person_contact",
  "person_mobile",
  "person_email",
  "currency_amount",
  "currency_cny",
  "currency_rate_date",
  "currency_rate_future",
  "amount_form",
  "amount_currency",
  "amount_negative",
  "country_form",
  "foreign_country",
  "foreign_line",
  "foreign_place",
  "foreign_postcode",
  "foreign_postcode_form",
  "too_few_rows",
  "too_many_rows",
  "too_few_files",
  "too_many_files",
  "file_too_large",
  "file_too_many_pages",
  "file_type",
  "rule",
] as const;
export type IssueCode = (typeof issueCodes)[number];

export type IssueLevel = "error" | "warning";

/** Figures already written in each language, for the sentence's placeholders. */
export type IssueParams = Readonly<Record<string, LocalText>>;

/** An answer's own fault, before it is known where it stands. */
export type Fault = { code: IssueCode; params: IssueParams; level: IssueLevel };

export type FormIssue = Fault & {
  /** `question`, `table/rowId/column`, or a table as a whole. */
  path: string;
  sectionKey: string;
  questionKey: string;
  rowId?: string;
  /** From 1, as people count. */
  rowNumber?: number;
  /** Of a fixed row: 2024年. */
  rowLabel?: LocalText;
  column?: string;
  label: LocalText;
  /** Which cross-check spoke. */
  ruleKey?: string;
  /** A cross-check's own sentences, placeholders filled in. */
  message?: LocalText;
  summary?: LocalText;
};

export const noParams: IssueParams = {};

export const same = (text: string | number): LocalText => ({ zh: String(text), en: String(text) });

export const error = (code: IssueCode, params: IssueParams = noParams): Fault => ({
  code,
  params,
  level: "error",
});

export const warning = (code: IssueCode, params: IssueParams = noParams): Fault => ({
  code,
  params,
  level: "warning",
});

/** A required answer that has not been given yet, as against one that is wrong. */
export const isMissing = (issue: Fault): boolean => issue.code.startsWith("missing_");
