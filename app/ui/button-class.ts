import { classNames } from "./class-names.ts";

export interface ButtonLook {
  /** One primary button a page. */
  variant?: "primary" | "danger" | "quiet";
  size?: "sm" | "lg";
}

export const buttonClass = ({ variant, size }: ButtonLook, className?: string) =>
  classNames("btn", variant && buttonVariants[variant], size && buttonSizes[size], className);

/** Whole names, for the style sheet is built from the class names found in the source. */
const buttonVariants = { primary: "btn-primary", danger: "btn-danger", quiet: "btn-quiet" } as const;
const buttonSizes = { sm: "btn-sm", lg: "btn-lg" } as const;
