import type { ComponentProps } from "react";
import { TextInput } from "#app/ui/text-input.tsx";

type Props = Pick<
  ComponentProps<typeof TextInput>,
  "id" | "name" | "label" | "hint" | "errors" | "defaultValue"
>;

/** Letters and digits that read apart, and nothing a keyboard could improve on. */
export function UsccInput(field: Props) {
  return (
    <TextInput
      {...field}
      width="lg"
      mono
      control={{ autoComplete: "off", autoCapitalize: "characters", spellCheck: false }}
    />
  );
}
