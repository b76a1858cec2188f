import type { MailState } from "#app/domain/notifications/mail-state.ts";
import { mailLogMessages } from "#app/i18n/messages/mail-log.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Tone } from "#app/ui/tone.ts";

const tones: Record<MailState, Tone> = {
  waiting: "plain",
  sending: "accent",
  sent: "ok",
  retrying: "warn",
  failed: "bad",
  kept: "plain",
  cancelled: "line",
};

export const MailStateTag = ({ state }: { state: MailState }) => (
  <Tag tone={tones[state]} {...(state === "waiting" ? { glyph: "clock" as const } : {})}>
    {mailLogMessages[usePage().locale].states[state]}
  </Tag>
);
