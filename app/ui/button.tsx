import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";

export function Button({
  variant,
  size,
  className,
  type = "submit",
  ...rest
}: ButtonLook & ComponentProps<"button">) {
  return <button className={buttonClass({ variant, size }, className)} type={type} {...rest} />;
}
