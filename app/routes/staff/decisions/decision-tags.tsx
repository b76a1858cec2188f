import type { DecisionKind } from "#app/domain/decisions/decision.ts";
import type { DecisionState } from "#app/domain/decisions/release-decision.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { Tag } from "#app/ui/tag.tsx";

const kindLook = {
  approve: { tone: "ok", glyph: "ok" },
  approve_with_conditions: { tone: "ok", glyph: "half" },
  defer: { tone: "plain", glyph: "clock" },
  reject: { tone: "line", glyph: "out" },
} as const satisfies Record<DecisionKind, object>;

export function DecisionKindTag({ kind }: { kind: DecisionKind }) {
  return <Tag {...kindLook[kind]}>{decisionReasonMessages[usePage().locale].kind[kind]}</Tag>;
}

/** Amber while somebody still has to act. */
const stateLook = {
  recorded: { tone: "warn", glyph: "lock" },
  released: { tone: "ok", glyph: "ok" },
  superseded: { tone: "line", glyph: "out" },
} as const satisfies Record<DecisionState, object>;

export function DecisionStateTag({ state }: { state: DecisionState }) {
  return <Tag {...stateLook[state]}>{decisionMessages[usePage().locale].state[state]}</Tag>;
}
