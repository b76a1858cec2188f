import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Glyph } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";

/** What is wrong and how to put it right, in one sentence. */
export function ErrorMessage({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Glyph name="error" />
      <span>
        <span className="sr-only">{shellMessages[usePage().locale].errorPrefix}</span>
        {children}
      </span>
    </p>
  );
}
