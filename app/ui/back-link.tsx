import type { ReactNode } from "react";
import { Glyph } from "./glyph.tsx";

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="backlink" href={href}>
      <Glyph name="back" />
      <span>{children}</span>
    </a>
  );
}
