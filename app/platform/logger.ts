import { pino, type Logger } from "pino";

export type { Logger };

/** JSON lines on standard output. Names, addresses and answers never go in: ids and codes only. */
export function createLogger(level: string, name: string): Logger {
  return pino({
    level,
    name,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["req.headers.cookie", "req.headers.authorization", "email", "password", "token"],
  });
}
