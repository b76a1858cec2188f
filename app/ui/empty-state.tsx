import type { ReactNode } from "react";
import { Panel } from "./panel.tsx";

interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and when there will be. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Panel fill>
      <p className="font-semibold">{title}</p>
      {children && <div className="muted mt-1">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </Panel>
  );
}
