import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface PanelProps {
  fill?: boolean;
  className?: string;
  children: ReactNode;
}

/** Never inside another. */
export function Panel({ fill, className, children }: PanelProps) {
  return <div className={classNames("panel", fill && "panel--fill", className)}>{children}</div>;
}
