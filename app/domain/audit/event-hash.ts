import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";

/** What the first event follows. */
export const genesisHash = "0".repeat(64);

/** Every column of an event but its hash. */
export interface HashedEvent {
  seq: number;
  id: string;
  at: string;
  actor_kind: string;
  actor_id: string | null;
  type: string;
  subject_kind: string;
  subject_id: string;
  application_id: string | null;
  company_id: string | null;
  call_id: string | null;
  data: string;
  request_id: string;
  prev_hash: string;
}

/** Covers the whole row and, through `prev_hash`, every row before it. */
export function eventHash(event: HashedEvent): string {
  const covered = Object.fromEntries(covers.map((column) => [column, event[column]]));
  return createHash("sha256").update(canonicalJson(covered)).digest("hex");
}

const covers = [
  "seq",
  "id",
  "at",
  "actor_kind",
  "actor_id",
  "type",
  "subject_kind",
  "subject_id",
  "application_id",
  "company_id",
  "call_id",
  "data",
  "request_id",
  "prev_hash",
] as const satisfies (keyof HashedEvent)[];
