import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Glyph, type GlyphName } from "./glyph.tsx";
import type { Tone } from "./tone.ts";

type NoticeTone = "info" | "ok" | "warn" | "bad";

interface NoticeProps {
  tone?: NoticeTone;
  /** `ok` and `bad` bring their own; the words of the others say what they are. */
  glyph?: GlyphName | false;
  role?: "status" | "alert" | "note";
  className?: string;
  children: ReactNode;
}

const glyphs: Partial<Record<NoticeTone, GlyphName>> = { ok: "ok", bad: "error" };

export function Notice({ tone = "info", glyph, role, className, children }: NoticeProps) {
  const name = glyph ?? glyphs[tone];
  const glyphTone: Tone = tone === "info" ? "accent" : tone;
  return (
    <div className={classNames("notice", tone !== "info" && `notice--${tone}`, className)} role={role}>
      {name && <Glyph name={name} tone={glyphTone} className="me-1" />}
      {children}
    </div>
  );
}
