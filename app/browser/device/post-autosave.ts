import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { AutosaveAnswer } from "#app/domain/applications/section-page-data.ts";

export type SendResult =
  | { kind: "answered"; answer: AutosaveAnswer }
  | { kind: "signed_out" }
  /** The server will not take this however often it is asked. */
  | { kind: "refused" }
  | { kind: "failed" };

interface Batch {
  application: string;
  section: string;
  kind?: "sheet" | undefined;
  person: string;
  operations: readonly DraftOperation[];
  /** Ask for the section's open points as well. */
  check?: boolean;
  /** Of the sign-in that this page encrypts for. */
  keyId?: string | undefined;
  /** The page goes away; the request outlives it. */
  leaving?: boolean;
}

/** Long enough for a large batch on a slow line; a request that never ends must not hold up the rest for ever. */
const patienceMs = 60_000;

/** Rejects when there is no connection. */
export async function postAutosave({
  application,
  kind,
  leaving = false,
  ...rest
}: Batch): Promise<SendResult> {
  const body = JSON.stringify(rest);
  const answer = await fetch(`/${kind === "sheet" ? "reviews" : "applications"}/${application}/autosave`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    redirect: "manual",
    // What outlives its page must be small; a longer batch has to finish before the page goes.
    keepalive: leaving && body.length < 60_000,
    ...(leaving ? {} : { signal: AbortSignal.timeout(patienceMs) }),
  });
  if (answer.ok) return { kind: "answered", answer: (await answer.json()) as AutosaveAnswer };
  if (answer.status === 401 || answer.type === "opaqueredirect") return { kind: "signed_out" };
  return answer.status >= 500 || answer.status === 429 ? { kind: "failed" } : { kind: "refused" };
}
