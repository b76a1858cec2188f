import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";

export function LinkButton({
  variant,
  size,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<"a"> & { href: string }) {
  return (
    <a className={buttonClass({ variant, size }, className)} {...rest}>
      {children}
    </a>
  );
}
