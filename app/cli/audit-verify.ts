import { verifyChain, type BrokenBecause } from "#app/features/audit/verify-chain.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";

interface AuditOptions {
  url: string;
  /** `<number>:<hash>` as an earlier run printed it. */
  expect?: string | undefined;
}

const meaning: Record<BrokenBecause, string> = {
  altered: "its content does not give its hash",
  missing: "it is not there",
  unlinked: "it does not follow the one before it",
  truncated: "it and all later ones are gone",
  "beyond-head": "it stands after the recorded end of the chain",
  "head-altered": "the recorded end of the chain does not carry its hash",
  "not-the-expected-head": "the chain was rewritten since its end was noted down",
};

/** Computes the event chain again; true when it is whole. */
export async function auditVerify(
  { url, expect }: AuditOptions,
  log: (line: string) => void,
): Promise<boolean> {
  const db = await openDatabase({ url });
  const verdict = await verifyChain(db, { ...(expect && { expect: parseHead(expect) }) }).finally(() =>
    db.close(),
  );
  if (!verdict.ok) {
    log(`The event record is broken at event ${verdict.seq}: ${meaning[verdict.why]}.`);
    return false;
  }
  log(`The event record is whole: ${verdict.count} events.`);
  log(`Its end, to be noted down outside this machine: ${verdict.head.seq}:${verdict.head.hash}`);
  return true;
}

function parseHead(written: string) {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(written) ?? [];
  if (!seq || !hash) throw new Error("--expect wants <number>:<hash> as an earlier audit verify printed it.");
  return { seq: Number(seq), hash };
}
