import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { usePage } from "./page-context.tsx";

export interface KeyBinding {
  keys: readonly string[];
  label: string;
}

/** Every key listed here has a button or a link on the page. */
export function KeysLegend({ keys, note }: { keys: readonly KeyBinding[]; note?: ReactNode }) {
  return (
    <div className="keys" tabIndex={-1} role="group" aria-label={shellMessages[usePage().locale].keyboard}>
      {keys.map((binding) => (
        <span key={binding.label}>
          {binding.keys.map((key) => (
            <kbd className="kbd" key={key}>
              {key}
            </kbd>
          ))}
          {binding.label}
        </span>
      ))}
      {note && <span className="ms-auto">{note}</span>}
    </div>
  );
}
