import type { CallState } from "#app/domain/calls/call-state.ts";
import { formatTimeLeft } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { Tag } from "#app/ui/tag.tsx";

const tone = {
  not_open: "plain",
  open: "ok",
  closing_soon: "warn",
  closed: "plain",
  in_review: "accent",
  published: "line",
} as const;

const glyph = {
  not_open: "blocked",
  open: "now",
  closing_soon: "clock",
  closed: "lock",
  in_review: "half",
  published: "ok",
} as const;

/** State of a call and, while it takes applications, the time left. */
export function CallStateTag({
  state,
  closesAt,
  now,
  locale,
}: {
  state: CallState;
  closesAt: string | null;
  now: Date;
  locale: Locale;
}) {
  const taking = state === "open" || state === "closing_soon";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Tag tone={tone[state]} glyph={glyph[state]}>
        {publicMessages[locale].state[state]}
      </Tag>
      {taking && closesAt && (
        <span className="muted nowrap text-sm">{formatTimeLeft(locale, now, closesAt)}</span>
      )}
    </span>
  );
}
