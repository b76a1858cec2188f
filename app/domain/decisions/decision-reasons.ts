/** Reasons of a refusal or a deferral, in two levels: what it concerns, then what exactly. Labels are in i18n. */
export const decisionReasons = {
  scope: {
    D11: { defer: false },
    D12: { defer: false },
    D13: { defer: false },
  },
  technology: {
    D21: { defer: false },
    D22: { defer: true },
    D23: { defer: true },
  },
  feasibility: {
    D31: { defer: true },
    D32: { defer: true },
    D33: { defer: true },
  },
  market: {
    D41: { defer: true },
    D42: { defer: false },
  },
  team: {
    D51: { defer: true },
    D52: { defer: true },
  },
  finance: {
    D61: { defer: true },
    D62: { defer: true },
    D63: { defer: false },
    D64: { defer: true },
  },
  compliance: {
    D71: { defer: false },
    D72: { defer: true },
    D73: { defer: false },
  },
  budget: {
    D81: { defer: true },
    D82: { defer: false },
  },
} as const satisfies Record<string, Record<string, { defer: boolean }>>;

export type DecisionReasonGroup = keyof typeof decisionReasons;
export type DecisionReasonCode = {
  [G in DecisionReasonGroup]: keyof (typeof decisionReasons)[G];
}[DecisionReasonGroup];

export const decisionReasonGroups = Object.keys(decisionReasons) as DecisionReasonGroup[];

const entries = Object.values(decisionReasons).flatMap((group) => Object.entries(group)) as [
  DecisionReasonCode,
  { defer: boolean },
][];

export const decisionReasonCodes: readonly DecisionReasonCode[] = entries.map(([code]) => code);

export const isDecisionReason = (code: string): code is DecisionReasonCode =>
  (decisionReasonCodes as readonly string[]).includes(code);

/** What can be mended in time defers; every reason can refuse. */
export const reasonFits = (code: DecisionReasonCode, kind: "defer" | "reject"): boolean =>
  kind === "reject" || entries.some(([each, { defer }]) => each === code && defer);

export const reasonGroupOf = (code: DecisionReasonCode): DecisionReasonGroup =>
  decisionReasonGroups.find((group) => code in decisionReasons[group]) ?? "scope";
