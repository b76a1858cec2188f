import type { ComponentProps } from "react";
import { staffRoles } from "#app/domain/accounts/actor.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";

type Props = Pick<
  ComponentProps<typeof CheckboxGroup>,
  "id" | "name" | "label" | "hint" | "errors" | "defaultValues"
>;

/** Each role with what it may do. */
export function RoleBoxes({ locale, ...field }: Props & { locale: Locale }) {
  const { roleHint } = peopleMessages[locale].invitePage;
  const names = accountMessages[locale].role;
  const options = staffRoles.map((role) => ({ value: role, label: names[role], hint: roleHint[role] }));
  return <CheckboxGroup {...field} options={options} />;
}
