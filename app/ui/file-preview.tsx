import { fileKind, opensInPage } from "#app/domain/forms/file-kind.ts";
import { formatFileSize } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { filePreviewMessages } from "#app/i18n/messages/file-preview.ts";

interface FilePreviewProps {
  file: { id: string; name: string; size: number };
  locale: Locale;
}

/**
 * What a file of an application is and how large; a PDF or a picture opens beneath its name. It is fetched when it
 * is unfolded, not before: an application has dozens.
 */
export function FilePreview({ file, locale }: FilePreviewProps) {
  const t = filePreviewMessages[locale];
  const kind = fileKind(file.name);
  const size = formatFileSize(file.size);
  const what = <span className="muted text-sm">{t.what({ kind: t.kind[kind], size })}</span>;
  if (!opensInPage(kind)) return what;
  const src = `/files/${file.id}?inline=1`;
  return (
    <>
      {what}
      <details className="file-view no-print">
        <summary>
          {t.show}
          <span className="sr-only">{t.showOf({ name: file.name })}</span>
        </summary>
        {kind === "picture" ? (
          <img src={src} alt={t.frame({ name: file.name })} loading="lazy" />
        ) : (
          // Browsers refuse to show a PDF in a sandbox; the file's own policy lets nothing in it load or act.
          // oxlint-disable-next-line react/iframe-missing-sandbox
          <iframe src={src} title={t.frame({ name: file.name })} loading="lazy" />
        )}
      </details>
    </>
  );
}
