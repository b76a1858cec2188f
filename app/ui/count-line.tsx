import type { TextCount } from "#app/domain/forms/text-length.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { usePage } from "./page-context.tsx";

export type ShownCount = Partial<TextCount> & Pick<TextCount, "used" | "limit">;

/** The browser keeps it current while somebody types; the server says what was saved. */
export function CountLine({ id, of, count }: { id: string; of: string; count: ShownCount }) {
  const { used, limit, unit = "characters", words } = count;
  return (
    <p
      className={used > limit ? "hint st-bad mt-1 text-end" : "hint mt-1 text-end"}
      id={id}
      data-count-of={of}
      data-limit={limit}
      data-unit={unit}
    >
      {shellMessages[usePage().locale].wordCount({ used, limit, unit, words })}
    </p>
  );
}
