import type { ComponentProps } from "react";
import { companyRoles } from "#app/domain/accounts/actor.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { RadioGroup } from "#app/ui/radio-group.tsx";

type Props = Pick<ComponentProps<typeof RadioGroup>, "id" | "name" | "label" | "errors" | "defaultValue">;

/** Each role with what it may do. */
export function RoleRadios({ locale, ...field }: Props & { locale: Locale }) {
  const { roleHint } = companyMessages[locale].members;
  const names = accountMessages[locale].companyRole;
  const options = companyRoles.map((role) => ({ value: role, label: names[role], hint: roleHint[role] }));
  return <RadioGroup {...field} options={options} />;
}
