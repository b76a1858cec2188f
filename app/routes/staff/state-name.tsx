import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { ApplicationStateTag } from "#app/ui/application-state-tag.tsx";
import { usePage } from "#app/ui/page-context.tsx";

/** A state as the office calls it. */
export function StateName({ state, overdue = false }: { state: ApplicationState; overdue?: boolean }) {
  return (
    <ApplicationStateTag state={state} overdue={overdue}>
      {applicationStateMessages[usePage().locale].name[state]}
    </ApplicationStateTag>
  );
}
