import type { ReactNode } from "react";

interface DeskHeadProps {
  title: ReactNode;
  note?: ReactNode;
  /** Actions at the end of the line. */
  children?: ReactNode;
}

export function DeskHead({ title, note, children }: DeskHeadProps) {
  return (
    <div className="desk-head">
      <h1>{title}</h1>
      {note && <span className="muted">{note}</span>}
      {children && <div className="end">{children}</div>}
    </div>
  );
}
