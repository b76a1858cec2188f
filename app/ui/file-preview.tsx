import { fileKind, opensInPage } from "#app/domain/forms/file-kind.ts";
import { formatFileSize } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { filePreviewMessages } from "#app/i18n/messages/file-preview.ts";

interface FilePreviewProps {
  file: { id: string; name: string; size: number };
  locale: Locale;
}

/**
 * What a file of an application is and how large. A PDF or a picture opens beneath its name when the script of the
 * page (app/browser/file-previews.ts) puts it there: an application has dozens, and a browser without scripts would
 * fetch them all. There its name opens it.
 */
export function FilePreview({ file, locale }: FilePreviewProps) {
  const t = filePreviewMessages[locale];
  const kind = fileKind(file.name);
  const size = formatFileSize(file.size);
  const what = <span className="muted text-sm">{t.what({ kind: t.kind[kind], size })}</span>;
  if (!opensInPage(kind)) return what;
  return (
    <>
      {what}
      <details
        className="file-view no-print"
        data-preview={kind}
        data-src={`/files/${file.id}?inline=1`}
        data-title={t.frame({ name: file.name })}
        hidden
      >
        <summary>
          {t.show}
          <span className="sr-only">{t.showOf({ name: file.name })}</span>
        </summary>
      </details>
    </>
  );
}
