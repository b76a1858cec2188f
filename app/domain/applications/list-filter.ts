import { type ApplicationState, applicationStates } from "./workflow.ts";

/** What needs a hand: each is a count on the staff home and the list behind it. */
export const needs = [
  "unclaimed",
  "check_overdue",
  "correction_lapsing",
  "short_of_reviewers",
  "reviews_late",
  "ready_to_close",
] as const;
export type Need = (typeof needs)[number];

export const listSorts = ["number", "submitted", "since", "amount"] as const;
export type ListSort = (typeof listSorts)[number];

export interface ListFilter {
  /** Code of a call. */
  call: string | null;
  states: readonly ApplicationState[];
  /** GB/T 2260 code. */
  city: string | null;
  /** A person's id, `me`, or `none` for those nobody has claimed. */
  officer: string | null;
  need: Need | null;
  /** In the number, the title or the company's name. */
  text: string;
  sort: ListSort;
  descending: boolean;
}

/** Drafts belong to the company alone; the office's lists never show them. */
export const listableStates = applicationStates.filter((state) => state !== "draft");

/** The list a query string asks for. What cannot be read is left out, so that an old link still shows a list. */
export function readListFilter(query: URLSearchParams): ListFilter {
  const states = query.getAll("state").flatMap((value) => value.split(","));
  const order = query.get("sort") ?? "";
  const sort = listSorts.find((key) => key === order.replace(/^-/, ""));
  return {
    call: nonEmpty(query.get("call")),
    states: listableStates.filter((state) => states.includes(state)),
    city: /^[0-9]{6}$/.exec(query.get("city") ?? "")?.[0] ?? null,
    officer: /^(me|none|[0-9a-f-]{36})$/.exec(query.get("officer") ?? "")?.[0] ?? null,
    need: needs.find((need) => need === query.get("need")) ?? null,
    text: (query.get("text") ?? "").normalize("NFKC").trim().slice(0, 100),
    sort: sort ?? "since",
    descending: sort !== undefined && order.startsWith("-"),
  };
}

/** The same list as a query string, in one canonical order so that the same view has the same address. */
export function listQuery(filter: Partial<ListFilter>): string {
  const query = new URLSearchParams();
  if (filter.call) query.set("call", filter.call);
  if (filter.states?.length) query.set("state", filter.states.join(","));
  if (filter.city) query.set("city", filter.city);
  if (filter.officer) query.set("officer", filter.officer);
  if (filter.need) query.set("need", filter.need);
  if (filter.text) query.set("text", filter.text);
  if (filter.sort && (filter.sort !== "since" || filter.descending))
    query.set("sort", `${filter.descending ? "-" : ""}${filter.sort}`);
  return query.toString();
}

const nonEmpty = (value: string | null): string | null => (value && value.length <= 20 ? value : null);
