import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { toneTextClass, type Tone } from "./tone.ts";

const ring = <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.4" />;

const shapes = {
  empty: ring,
  half: (
    <>
      {ring}
      <path d="M8 3.4v9.2a4.6 4.6 0 0 1 0-9.2z" fill="currentColor" />
    </>
  ),
  ok: (
    <>
      <circle cx="8" cy="8" r="7.3" fill="currentColor" />
      <path d="m4.6 8.2 2.4 2.4 4.4-4.9" fill="none" stroke="var(--color-base-100)" strokeWidth="1.7" />
    </>
  ),
  blocked: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="2.2 1.95"
      />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  warn: (
    <>
      <path
        d="M8 1.2 15.2 14H.8z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M8 5.8v4M8 11.2v1.3" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  error: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
      <path d="M8 4v5M8 10.6v1.6" stroke="var(--color-base-100)" strokeWidth="1.7" />
    </>
  ),
  now: (
    <>
      {ring}
      <circle cx="8" cy="8" r="3.4" fill="currentColor" />
    </>
  ),
  clock: (
    <>
      {ring}
      <path d="M8 4.2V8l2.6 1.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  out: (
    <>
      {ring}
      <path d="m3.4 12.6 9.2-9.2" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  lock: (
    <path
      d="M3 7h10v7.2H3z M5 7V4.6a3 3 0 0 1 6 0V7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  file: (
    <path
      d="M3.5 1.2h6l3 3v10.6h-9z M9.3 1.4v3h3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  ),
  pencil: (
    <path
      d="m2.5 13.5.8-3.2 7.8-7.8 2.4 2.4-7.8 7.8z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  ),
  back: <path d="M9.8 2.8 4.6 8l5.2 5.2" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="m10.6 10.6 4 4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type GlyphName = keyof typeof shapes;

export const glyphNames = Object.keys(shapes) as GlyphName[];

interface GlyphProps {
  name: GlyphName;
  tone?: Tone;
  size?: "md" | "big";
  className?: string;
}

/** Always beside a word, never instead of one, so hidden from assistive technology. */
export function Glyph({ name, tone, size, className }: GlyphProps) {
  return (
    <svg
      className={classNames("glyph", size, tone && toneTextClass[tone], className)}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
