import type { ComponentProps } from "react";
import { TextInput } from "#app/ui/text-input.tsx";

type Props = Pick<ComponentProps<typeof TextInput>, "id" | "name" | "label" | "hint" | "errors">;

/** Six digits, or a recovery code, which has letters: so no numeric keyboard is forced where both are taken. */
export function CodeInput({ digitsOnly = false, ...field }: Props & { digitsOnly?: boolean }) {
  return (
    <TextInput
      {...field}
      width="sm"
      mono
      control={{
        autoComplete: "one-time-code",
        inputMode: digitsOnly ? "numeric" : "text",
        autoCapitalize: "characters",
        spellCheck: false,
      }}
    />
  );
}
