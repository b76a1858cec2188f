import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Glyph } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";

/** Stays where it is and says when; scripts that save write their time into it. */
export function SavedMark({ time }: { time?: string }) {
  const t = shellMessages[usePage().locale];
  return (
    <p className="flex items-center gap-2 text-sm" role="status" data-saved-mark="">
      <Glyph name={time ? "ok" : "empty"} tone={time ? "ok" : "plain"} />
      <span>{time ? t.saved({ time }) : t.notSaved}</span>
    </p>
  );
}
