import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Button } from "./button.tsx";
import { Glyph } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";

interface QueryBoxProps {
  name: string;
  defaultValue?: string;
  /** Words of the search language. */
  help?: ReactNode;
  action?: string;
  /** Further buttons and hidden inputs. */
  children?: ReactNode;
}

export function QueryBox({ name, defaultValue, help, action, children }: QueryBoxProps) {
  const t = shellMessages[usePage().locale];
  return (
    <search>
      <form className="query-row mb-1" action={action}>
        <label className="query">
          <Glyph name="search" className="muted" />
          <span className="sr-only">{t.query}</span>
          <input
            name={name}
            defaultValue={defaultValue}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={help ? `${name}-help` : undefined}
            data-query-box=""
          />
          <kbd className="kbd" aria-hidden="true">
            /
          </kbd>
        </label>
        <Button size="sm">{t.query}</Button>
        {children}
      </form>
      {help && (
        <p className="muted mb-2 text-xs" id={`${name}-help`}>
          {help}
        </p>
      )}
    </search>
  );
}
