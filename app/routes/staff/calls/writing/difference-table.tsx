import { textDifference, type TextPart } from "#app/domain/shared/text-difference.ts";
import type { DocumentChange } from "#app/domain/calls/document-difference.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callFieldMessages } from "#app/i18n/messages/call-fields.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { fieldName, fieldValue } from "./field-name.ts";

interface Props {
  changes: readonly DocumentChange[];
  caption: string;
  heads?: { before: string; after: string };
  locale: Locale;
}

/** Old beside new, with the words that differ marked. */
export function DifferenceTable({ changes, caption, heads, locale }: Props) {
  const t = callWritingMessages[locale];
  const words = (change: DocumentChange) => ({
    before: fieldValue(change.path, change.before, locale) ?? "",
    after: fieldValue(change.path, change.after, locale) ?? "",
  });
  return (
    <DataTable
      caption={caption}
      layout="stack"
      rows={changes}
      rowKey={({ group, path }) => `${group}.${path}`}
      columns={[
        {
          id: "field",
          head: t.field,
          cell: ({ group, path }) =>
            t.place(callFieldMessages[locale].groups[group], fieldName(group, path, locale)),
        },
        {
          id: "before",
          head: heads?.before ?? t.before,
          cell: (change) => <Side {...words(change)} side="removed" path={change.path} locale={locale} />,
        },
        {
          id: "after",
          head: heads?.after ?? t.after,
          cell: (change) => <Side {...words(change)} side="added" path={change.path} locale={locale} />,
        },
      ]}
    />
  );
}

interface SideProps {
  before: string;
  after: string;
  side: "removed" | "added";
  path: string;
  locale: Locale;
}

function Side({ before, after, side, path, locale }: SideProps) {
  const own = side === "removed" ? before : after;
  if (own === "") return <span className="muted">{callWritingMessages[locale].nothing}</span>;
  const Mark = side === "removed" ? "del" : "ins";
  const parts = textDifference(before, after).filter(({ kind }) => kind === "same" || kind === side);
  return (
    <span lang={languageOf(path)} className="marked-words whitespace-pre-line">
      {parts.map(({ kind, text }: TextPart, index) =>
        kind === "same" ? <span key={index}>{text}</span> : <Mark key={index}>{text}</Mark>,
      )}
    </span>
  );
}

const languageOf = (path: string): string | undefined =>
  path.endsWith(".zh") ? "zh-CN" : path.endsWith(".en") ? "en" : undefined;
