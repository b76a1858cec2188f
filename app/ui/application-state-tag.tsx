import type { ReactNode } from "react";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { GlyphName } from "./glyph.tsx";
import { Tag } from "./tag.tsx";
import type { Tone } from "./tone.ts";

/** Whose turn each state is; a new state does not compile until somebody decides. */
const looks: Record<ApplicationState, { tone: Tone; glyph: GlyphName }> = {
  draft: { tone: "accent", glyph: "half" },
  submitted: { tone: "ok", glyph: "ok" },
  formal_review: { tone: "plain", glyph: "now" },
  supplement_required: { tone: "warn", glyph: "warn" },
  not_accepted: { tone: "line", glyph: "out" },
  expert_review: { tone: "plain", glyph: "now" },
  panel: { tone: "plain", glyph: "now" },
  initiated: { tone: "accent", glyph: "half" },
  due_diligence: { tone: "accent", glyph: "half" },
  proposal: { tone: "accent", glyph: "half" },
  ic_review: { tone: "plain", glyph: "now" },
  public_notice: { tone: "plain", glyph: "clock" },
  rejected: { tone: "line", glyph: "out" },
  not_shortlisted: { tone: "line", glyph: "out" },
  reserve: { tone: "plain", glyph: "blocked" },
  withdrawn: { tone: "line", glyph: "out" },
};

interface ApplicationStateTagProps {
  state: ApplicationState;
  overdue?: boolean;
  /** The state's name for this reader. */
  children: ReactNode;
}

export function ApplicationStateTag({ state, overdue, children }: ApplicationStateTagProps) {
  const look = overdue ? ({ tone: "bad", glyph: "error" } as const) : looks[state];
  return <Tag {...look}>{children}</Tag>;
}
