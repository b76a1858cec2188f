import type { ReactNode } from "react";
import { Glyph } from "./glyph.tsx";
import { SummaryList, type SummaryRow } from "./summary-list.tsx";

interface ReceiptPanelProps {
  title: string;
  subtitle?: ReactNode;
  numberLabel: string;
  number: string;
  rows: readonly SummaryRow[];
  /** Actions. */
  children?: ReactNode;
}

export function ReceiptPanel({ title, subtitle, numberLabel, number, rows, children }: ReceiptPanelProps) {
  return (
    <div className="receipt">
      <div className="flex items-start gap-4">
        <Glyph name="ok" tone="ok" size="big" />
        <div>
          <h1>{title}</h1>
          {subtitle && <p className="mt-1">{subtitle}</p>}
        </div>
      </div>
      <p className="muted mt-7 text-sm">{numberLabel}</p>
      <p className="text-3xl leading-tight font-semibold tracking-wide">{number}</p>
      <SummaryList narrow rows={rows} className="mt-6" />
      {children && <div className="no-print mt-5 flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}
