import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Glyph } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";

export interface ListedFile {
  key: string;
  name: string;
  href?: string;
  /** Size, when and by whom, version, hash. */
  details?: ReactNode;
  tag?: ReactNode;
  action?: ReactNode;
}

export function FileList({ files }: { files: readonly ListedFile[] }) {
  const t = shellMessages[usePage().locale];
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t.files}>
      {files.map(({ key, name, href, details, tag, action }) => (
        <li key={key}>
          <Glyph name="file" />
          <span className="min-w-0">
            {href ? <a href={href}>{name}</a> : name}
            {details && <span className="muted block text-sm">{details}</span>}
          </span>
          {tag}
          {action}
        </li>
      ))}
    </ul>
  );
}
