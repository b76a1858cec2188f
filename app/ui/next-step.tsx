import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Notice } from "./notice.tsx";
import { usePage } from "./page-context.tsx";

interface NextStepProps {
  href?: string;
  /** Words of the link: verb and object. */
  action?: string;
  className?: string;
  children: ReactNode;
}

/** Always on top of an applicant's page. */
export function NextStep({ href, action, className, children }: NextStepProps) {
  return (
    <Notice tone="warn" className={className}>
      <b>{shellMessages[usePage().locale].nextStep}</b>
      {children} {href && <a href={href}>{action}</a>}
    </Notice>
  );
}
