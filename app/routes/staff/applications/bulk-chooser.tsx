import type { ReactNode } from "react";
import { bulkActions } from "#app/domain/applications/office-moves.ts";
import type { OfficerChoice } from "#app/features/applications/office/list-choices.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { Button } from "#app/ui/button.tsx";
import { usePage } from "#app/ui/page-context.tsx";

interface BulkChooserProps {
  officers: readonly OfficerChoice[];
  /** The list, with a tick box in each row. */
  table: ReactNode;
  /** Where to come back to. */
  query: string;
}

/** Tick rows, choose what to do, and see first what would become of each. A plain form: it needs no script. */
export function BulkChooser({ officers, table, query }: BulkChooserProps) {
  const { locale } = usePage();
  const t = staffListMessages[locale].bulk;
  const moves = applicationStateMessages[locale].move;
  return (
    <form action="/staff/applications/bulk" className="group">
      {table}
      <input type="hidden" name="back" value={query} />
      {/* It follows the eye once something is ticked. On a phone rows are cards without a box. */}
      <div
        className="bulk static group-has-[td_input:checked]:sticky max-md:hidden"
        role="region"
        aria-label={t.label}
      >
        <b data-bulk-count="" hidden />
        <span data-bulk-sum="" hidden />
        <label className="flex items-center gap-2">
          <span>{t.action}</span>
          <select name="action" className="select w-auto text-base-content" defaultValue="assign_officer">
            {bulkActions.map((action) => (
              <option key={action} value={action}>
                {action === "assign_officer" ? t.assign_officer : moves[action]}
              </option>
            ))}
          </select>
        </label>
        <label className="flex items-center gap-2">
          <span>{t.officer}</span>
          <select name="officer" className="select w-auto text-base-content" defaultValue="">
            <option value="">{t.chooseOfficer}</option>
            {officers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button size="sm">{t.go}</Button>
        <span className="bulk-end">{t.hint}</span>
      </div>
    </form>
  );
}
