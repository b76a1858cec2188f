import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Glyph, type GlyphName } from "./glyph.tsx";
import type { Tone } from "./tone.ts";

const glyphOfTone: Record<Tone, GlyphName> = {
  accent: "half",
  plain: "now",
  ok: "ok",
  warn: "warn",
  bad: "error",
  line: "out",
};

interface TagProps {
  tone: Tone;
  glyph?: GlyphName;
  children: ReactNode;
}

/** A state: shape, word, then colour. */
export function Tag({ tone, glyph, children }: TagProps) {
  return (
    <span className={classNames("tag", tone !== "plain" && `tag--${tone}`)}>
      <Glyph name={glyph ?? glyphOfTone[tone]} />
      {children}
    </span>
  );
}
