import type { Condition } from "./programme-types.ts";

const ref = (key: string) => ({ ref: key });

/** Conditions that forms use again and again. */
export const when = {
  yes: (key: string): Condition => ({ eq: [ref(key), true] }),
  is: (key: string, code: string): Condition => ({ eq: [ref(key), code] }),
  isOneOf: (key: string, codes: string[]): Condition => ({ in: [ref(key), codes] }),
  includes: (key: string, code: string): Condition => ({ includes: [ref(key), code] }),
  includesAny: (key: string, codes: string[]): Condition => ({ in: [ref(key), codes] }),
  cellIs: (column: string, code: string): Condition => ({ eq: [{ cell: column }, code] }),
  cellIn: (column: string, codes: string[]): Condition => ({ in: [{ cell: column }, codes] }),
  cellYes: (column: string): Condition => ({ eq: [{ cell: column }, true] }),
  either: (...conditions: Condition[]): Condition => ({ or: conditions }),
  both: (...conditions: Condition[]): Condition => ({ and: conditions }),
  /** Of conditions that a call may not have: false without any. */
  anyGiven: (...conditions: (Condition | undefined)[]): Condition => {
    const given = conditions.filter((condition) => condition !== undefined);
    return given.length > 1 ? { or: given } : (given[0] ?? false);
  },
} as const;
