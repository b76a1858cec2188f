import type { ComponentProps } from "react";

type Native = Omit<
  ComponentProps<"input">,
  "id" | "name" | "defaultValue" | "defaultChecked" | "className" | "ref"
>;

/** Whatever else the native control should carry: autocomplete, input mode, hooks for browser scripts. */
export type ControlAttributes = Native & { [hook: `data-${string}`]: string | number | boolean | undefined };

/** Nothing wider than what is asked for. */
export type ControlWidth = "xs" | "sm" | "md" | "lg" | "full";

export const controlWidthClass: Record<ControlWidth, string | undefined> = {
  xs: "field-xs",
  sm: "field-sm",
  md: "field-md",
  lg: "field-lg",
  full: undefined,
};
