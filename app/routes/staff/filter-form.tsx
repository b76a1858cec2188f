import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Button } from "#app/ui/button.tsx";
import { Glyph } from "#app/ui/glyph.tsx";
import { usePage } from "#app/ui/page-context.tsx";

interface FilterFormProps {
  text: string;
  /** What the text is looked for in. */
  label: string;
  action: string;
  /** Restrictions beside the text. */
  children: ReactNode;
  /** After the button. */
  end?: ReactNode;
}

/** Text and restrictions of a list in one plain form: the address it leads to is the view. */
export function FilterForm({ text, label, action, children, end }: FilterFormProps) {
  const t = shellMessages[usePage().locale];
  return (
    <search>
      <form action={action} className="mb-2 flex flex-wrap items-end gap-2">
        <label className="min-w-56 flex-1">
          <span className="muted block text-xs">{label}</span>
          <span className="query">
            <Glyph name="search" className="muted" />
            <input
              name="text"
              defaultValue={text}
              spellCheck={false}
              autoComplete="off"
              aria-label={label}
              data-query-box=""
            />
            <kbd className="kbd" aria-hidden="true">
              /
            </kbd>
          </span>
        </label>
        {children}
        <Button size="sm">{t.query}</Button>
        {end}
      </form>
    </search>
  );
}
