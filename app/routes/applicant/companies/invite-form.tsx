import type { Locale } from "#app/i18n/locale.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import { RoleRadios } from "./role-radios.tsx";

type ConformField = Parameters<typeof fieldProps>[0];

interface InviteFormProps {
  locale: Locale;
  formId: string;
  email: ConformField;
  role: ConformField;
}

export function InviteForm({ locale, formId, email, role }: InviteFormProps) {
  const t = companyMessages[locale].members;
  return (
    <form method="post" id={formId} noValidate className="max-w-xl [&_.field]:my-5">
      <TextInput
        {...fieldProps(email)}
        label={t.email}
        type="email"
        control={{ autoComplete: "off", spellCheck: false, autoCapitalize: "none" }}
      />
      <RoleRadios {...fieldProps(role)} label={t.role} locale={locale} />
      <Button variant="primary" name="intent" value="invite">
        {t.inviteSubmit}
      </Button>
    </form>
  );
}
