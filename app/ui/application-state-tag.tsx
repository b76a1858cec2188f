import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import type { GlyphName } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";
import { Tag } from "./tag.tsx";
import type { Tone } from "./tone.ts";

/** Tone says whose turn it is; see the look. */
const marks: Record<ApplicationState, { tone: Tone; glyph?: GlyphName }> = {
  draft: { tone: "accent" },
  submitted: { tone: "ok" },
  formal_review: { tone: "plain" },
  supplement_required: { tone: "warn" },
  not_accepted: { tone: "line" },
  expert_review: { tone: "plain" },
  panel: { tone: "plain" },
  initiated: { tone: "accent" },
  due_diligence: { tone: "accent" },
  proposal: { tone: "accent" },
  ic_review: { tone: "plain" },
  public_notice: { tone: "plain", glyph: "clock" },
  rejected: { tone: "line" },
  not_shortlisted: { tone: "line" },
  reserve: { tone: "plain", glyph: "blocked" },
  withdrawn: { tone: "line" },
};

/** `overdue` turns the tag red: the only state colour that is not about whose turn it is. */
export function ApplicationStateTag({ state, overdue = false }: { state: ApplicationState; overdue?: boolean }) {
  const { locale } = usePage();
  const { tone, glyph } = overdue ? { tone: "bad" as const, glyph: undefined } : marks[state];
  return (
    <Tag tone={tone} {...(glyph ? { glyph } : {})}>
      {applicationStateMessages[locale].name[state]}
    </Tag>
  );
}
