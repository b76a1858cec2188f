import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Glyph, type GlyphName } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";
import type { Tone } from "./tone.ts";

export type TimelineState = "done" | "now" | "yours" | "overdue" | "todo" | "ended";

export interface TimelineStep {
  key?: string;
  title: ReactNode;
  /** Who and by when. */
  when?: ReactNode;
  body?: ReactNode;
  state: TimelineState;
}

const looks: Record<TimelineState, { glyph: GlyphName; tone?: Tone; className?: string }> = {
  done: { glyph: "ok", tone: "ok", className: "done" },
  now: { glyph: "now", tone: "accent" },
  yours: { glyph: "warn", tone: "warn" },
  overdue: { glyph: "error", tone: "bad" },
  todo: { glyph: "empty", className: "todo" },
  ended: { glyph: "out" },
};

/** Every step from first to last: what is to come is muted, never hidden. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  const t = shellMessages[usePage().locale];
  return (
    <ol className="line">
      {steps.map(({ key, title, when, body, state }, index) => {
        const { glyph, tone, className } = looks[state];
        return (
          <li
            key={key ?? index}
            className={className}
            aria-current={state === "now" || state === "yours" || state === "ended" ? "step" : undefined}
          >
            <Glyph name={glyph} tone={tone} />
            <b>{title}</b>
            <span className="sr-only">{t.stepState[state]}</span>
            {when && <div className="when">{when}</div>}
            {body && <div className="text-sm">{body}</div>}
          </li>
        );
      })}
    </ol>
  );
}
