import { Glyph } from "#app/ui/glyph.tsx";

/** What app/browser/review.ts draws the saved mark and the comment rule with. */
export function SavedGlyphs() {
  return (
    <>
      <template data-glyph="ok">
        <Glyph name="ok" tone="ok" />
      </template>
      <template data-glyph="busy">
        <Glyph name="half" tone="accent" />
      </template>
      <template data-glyph="warn">
        <Glyph name="warn" tone="warn" />
      </template>
      <template data-glyph="bad">
        <Glyph name="error" tone="bad" />
      </template>
    </>
  );
}
