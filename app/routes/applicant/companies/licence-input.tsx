import type { ComponentProps } from "react";
import type { Locale } from "#app/i18n/locale.ts";
import { companyMessages } from "#app/i18n/messages/companies.ts";
import { FileInput } from "#app/ui/file-input.tsx";

type Props = Pick<ComponentProps<typeof FileInput>, "id" | "name" | "errors">;

export function LicenceInput({ locale, megabytes, ...field }: Props & { locale: Locale; megabytes: number }) {
  const t = companyMessages[locale].create;
  return (
    <FileInput
      {...field}
      label={t.licence}
      hint={t.licenceHint({ megabytes })}
      accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
    />
  );
}
