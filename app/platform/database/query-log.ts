import type { LogEvent } from "kysely";
import type { DatabaseHooks } from "./database.ts";

const control = /^(begin|start transaction|commit|rollback|savepoint|release|set session)/;

/** Kysely's log, reduced to the hooks; undefined when nobody listens, so that it costs nothing. */
export function queryLog(
  kind: "read" | "write",
  hooks: DatabaseHooks,
): ((event: LogEvent) => void) | undefined {
  const { onQuery, onSlowQuery, slowQueryMs = 200 } = hooks;
  if (!onQuery && !onSlowQuery) return undefined;
  return ({ query: { sql }, queryDurationMillis: ms }) => {
    if (control.test(sql)) return;
    onQuery?.({ sql, ms, kind });
    if (ms >= slowQueryMs) onSlowQuery?.({ sql, ms, kind });
  };
}
