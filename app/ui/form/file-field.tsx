import type { QuestionOf } from "#app/domain/forms/definition.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { FieldGroup } from "../field-group.tsx";
import { fieldAria } from "../field-aria.ts";
import { FileList } from "../file-list.tsx";
import { Tag } from "../tag.tsx";
import { FlagNote, formHint } from "./form-hint.tsx";
import { errorsAt, fieldId, type FormView, isWhole, type ShownFile } from "./form-view.ts";

interface FileFieldProps {
  view: FormView;
  question: QuestionOf<"file">;
  required: boolean;
}

/** Files of one question: those there, and a box for more. Chosen files go up with any button of the form. */
export function FileField({ view, question, required }: FileFieldProps) {
  const { locale } = view;
  const t = sectionMessages[locale];
  const id = fieldId(question.key);
  const files = view.files(question.key);
  const standing = files.filter((file) => !file.replaced && file.open);
  const mayAdd = isWhole(view, question.key);
  const errors = errorsAt(view, question.key);
  const rule = t.fileRule({
    kinds: fileKindNames(question.accept),
    sizeMb: question.maxSizeMb,
    count: question.maxCount,
    pages: question.maxPages,
  });
  // Some forms say it in their own words already.
  const said = question.help?.[locale].includes(" MB") ?? false;
  const pagesAlone = question.maxPages === undefined ? undefined : t.pagesOnly({ pages: question.maxPages });
  const hint = formHint({
    view,
    path: question.key,
    help: question.help,
    example: question.example,
    rule: said ? pagesAlone : rule,
  });
  return (
    <FieldGroup
      id={`${id}-group`}
      legend={question.label[locale]}
      hint={hint}
      errors={errors}
      optional={!required}
    >
      <div data-files={question.key}>
        <FileList files={files.map((file) => listed(view, file, mayAdd))} />
        {files.some((file) => file.replaced) && <p className="hint mt-1">{t.replacedNote}</p>}
        {view.isOpen(question.key) && (mayAdd || standing.length > 0) && (
          <div className="mt-3 flex flex-wrap items-end gap-3">
            <ReplaceChoice view={view} question={question} standing={standing} mayAdd={mayAdd} />
            <input
              className="file-input field-lg"
              type="file"
              id={id}
              name={`file:${question.key}`}
              aria-label={`${t.chooseFile} ${question.label[locale]}`}
              accept={question.accept.map((extension) => `.${extension}`).join(",")}
              multiple={mayAdd && question.maxCount > 1}
              data-upload={question.key}
              data-max-bytes={question.maxSizeMb * 1024 * 1024}
              {...fieldAria({ id: `${id}-group`, hint, errors })}
            />
            <button
              className="btn"
              type="submit"
              name="intent"
              value={`upload:${question.key}`}
              data-upload-button={question.key}
            >
              {t.upload}
            </button>
          </div>
        )}
        <div data-upload-status={question.key} role="status" />
      </div>
    </FieldGroup>
  );
}

function ReplaceChoice({
  view,
  question,
  standing,
  mayAdd,
}: Omit<FileFieldProps, "required"> & { standing: ShownFile[]; mayAdd: boolean }) {
  // Before the file box: a form is read in its order while the file is still arriving.
  const t = sectionMessages[view.locale];
  if (standing.length === 0) return null;
  const id = `${fieldId(question.key)}-replaces`;
  const [only] = standing;
  if (only && (question.maxCount === 1 || (!mayAdd && standing.length === 1)))
    return <input type="hidden" name={`replaces:${question.key}`} value={only.id} />;
  return (
    <span className="own-pair">
      <label htmlFor={id}>{t.replaceWhich}</label>
      <select
        className="select"
        id={id}
        name={`replaces:${question.key}`}
        defaultValue={mayAdd ? "" : only?.id}
      >
        {mayAdd && <option value="">{t.replaceNothing}</option>}
        {standing.map((file) => (
          <option key={file.id} value={file.id}>
            {t.replaceNamed({ name: file.name })}
          </option>
        ))}
      </select>
    </span>
  );
}

function listed(view: FormView, file: ShownFile, mayRemove: boolean) {
  const t = sectionMessages[view.locale];
  const tags = (
    <>
      {file.replaced && <Tag tone="line">{t.replacedTag}</Tag>}
      {file.flag && <FlagNote text={file.flag} />}
    </>
  );
  const [intent, label, name] = file.replaced
    ? ["restore-file", t.restoreFile, t.restoreFileNamed({ name: file.name })]
    : ["remove-file", t.removeFile, t.removeFileNamed({ name: file.name })];
  return {
    key: file.id,
    name: file.name,
    href: file.href,
    details: file.details,
    tag: file.replaced || file.flag ? tags : undefined,
    // What was flagged alone is replaced, not taken away.
    action:
      file.open && (file.replaced || mayRemove) ? (
        <button
          className="btn btn-sm btn-quiet"
          type="submit"
          name="intent"
          value={`${intent}:${file.id}`}
          data-file-intent={intent}
          aria-label={name}
        >
          {label}
        </button>
      ) : undefined,
  };
}

export const fileKindNames = (accept: readonly string[]): string =>
  accept.map((extension) => extension.toUpperCase()).join(" / ");
