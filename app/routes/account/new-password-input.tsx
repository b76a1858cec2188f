import type { ComponentProps } from "react";
import type { Locale } from "#app/i18n/locale.ts";
import { registerMessages } from "#app/i18n/messages/register.ts";
import { TextInput } from "#app/ui/text-input.tsx";

type Props = Pick<ComponentProps<typeof TextInput>, "id" | "name" | "label" | "errors">;

/** One box: whoever mistypes resets by mail, and a manager of passwords fills it. */
export function NewPasswordInput({ locale, ...field }: Props & { locale: Locale }) {
  return (
    <TextInput
      {...field}
      hint={registerMessages[locale].passwordHint}
      type="password"
      control={{ autoComplete: "new-password" }}
    />
  );
}

/** So that a manager of passwords knows whose password it keeps. */
export function AccountName({ email }: { email: string }) {
  return <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />;
}
