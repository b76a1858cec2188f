import { freshColumnTypes, freshTypes } from "#app/domain/forms/edit/fresh-node.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { Select } from "#app/ui/select.tsx";
import { CellList } from "./cell-field.tsx";
import type { EditRefusal } from "./edited-node.ts";
import type { EditorPlace, Typed } from "./editor-place.ts";
import { nodeName } from "./node-name.ts";
import { editHref, formToken, tokenOf } from "./node-token.ts";
import { outlineHref } from "./outline-place.ts";
import { baseField } from "./posted-edits.ts";
import { PresentLines } from "./present-lines.tsx";
import type { PreviewView } from "./preview-view.ts";
import { propertiesAt } from "./properties-at.ts";
import { PropertyField } from "./property-field.tsx";
import { type EditorPage, fieldId } from "./property-props.ts";
import { SubjectOptions } from "./subject-options.ts";

interface EditPageProps {
  draftId: string;
  place: EditorPlace;
  typed: Typed;
  refused: EditRefusal | undefined;
  preview: PreviewView | undefined;
  /** Who else has the draft open, in sentences. */
  present: readonly string[];
  locale: Locale;
}

/** Everything about one part of the form, and how an applicant sees it. */
export function EditPage({ draftId, place, typed, refused, preview, present, locale }: EditPageProps) {
  const t = builderMessages[locale];
  const { at, node, definition } = place;
  const type = at ? String(node["type"] ?? "") : "";
  const page: EditorPage = {
    ...{ place, typed, locale },
    errors: textsByField(refused),
    subjects: new SubjectOptions(definition, locale),
    action: editHref(draftId, at),
  };
  return (
    <>
      <BackLink href={outlineHref(draftId, definition, at)}>{t.outline}</BackLink>
      <h1 className="mt-2">{at ? nodeName(node, locale) : t.wholeFormTitle}</h1>
      <p className="muted">
        {builderPropertyMessages[locale].types[type] ?? (at ? t.kinds[at.kind] : t.form)}
        {at && (
          <>
            {" "}
            · <code>{node.key}</code>
          </>
        )}
      </p>
      <PresentLines draftId={draftId} node={at ? tokenOf(at) : formToken} sentences={present} />
      <ErrorSummary
        errors={(refused?.errors ?? []).map(({ field, text }) => ({ href: `#${fieldId(field)}`, text }))}
      />
      <CellList page={page} />
      <form method="post" id="node" className="builder-node" noValidate data-builder>
        <button className="sr-only" type="submit" tabIndex={-1} aria-hidden="true">
          {t.save}
        </button>
        {Object.entries(propertiesAt(place)).map(([property, editor]) => (
          <div key={property}>
            <input type="hidden" name={baseField(property)} value={typed[baseField(property)] ?? ""} />
            <PropertyField
              name={property}
              label={builderPropertyMessages[locale].names[property] ?? property}
              editor={editor}
              page={page}
            />
            {refused?.theirs?.property === property && (
              <Theirs words={refused.theirs.words} locale={locale} />
            )}
          </div>
        ))}
        <p className="builder-acts">
          <Button variant="primary">{t.save}</Button>
          {at && (
            <Button name="then" value="next">
              {t.saveNext}
            </Button>
          )}
          {type === "table" && (
            <Button name="then" value="column">
              {t.saveColumn}
            </Button>
          )}
        </p>
      </form>
      {at && <QuestionPreview preview={preview} kind={at.kind} locale={locale} />}
      {at && <Retype place={place} locale={locale} />}
      {at && (
        <form method="post" className="rule mt-8 pt-4">
          <p className="muted">{t.removeHint}</p>
          <Button id="remove" name="remove" value="1" variant="danger">
            {t.remove}
          </Button>
        </form>
      )}
      <BrowserScript name="builder" />
    </>
  );
}

const textsByField = (refused: EditRefusal | undefined): ReadonlyMap<string, readonly string[]> =>
  new Map((refused?.errors ?? []).map(({ field, text }) => [field, [text]]));

function Theirs({ words, locale }: { words: readonly string[]; locale: Locale }) {
  return (
    <div className="builder-theirs">
      <p className="font-semibold">{builderMessages[locale].theirs}</p>
      {words.map((text) => (
        <p key={text} className="whitespace-pre-wrap">
          {text}
        </p>
      ))}
    </div>
  );
}

interface QuestionPreviewProps {
  preview: PreviewView | undefined;
  kind: string;
  locale: Locale;
}

function QuestionPreview({ preview, kind, locale }: QuestionPreviewProps) {
  const t = builderMessages[locale];
  if (kind !== "question" && kind !== "column") return null;
  return (
    <section className="builder-preview" aria-labelledby="preview-title" id="preview" data-live>
      <h2 id="preview-title">{t.previewOf}</h2>
      {preview ? (
        <fieldset disabled className="builder-shown">
          <legend className="sr-only">{t.previewOf}</legend>
          <SectionQuestions view={preview.form} section={preview.section} blankRow={preview.blankRow} />
        </fieldset>
      ) : (
        <p className="muted">{t.previewProblems}</p>
      )}
    </section>
  );
}

function Retype({ place, locale }: { place: EditorPlace; locale: Locale }) {
  const t = builderMessages[locale];
  const { at, node } = place;
  if (at?.kind !== "question" && at?.kind !== "column") return null;
  const known: readonly string[] = at.kind === "question" ? freshTypes : freshColumnTypes;
  const types = known.filter((type) => type !== node["type"]);
  return (
    <form method="post" className="measure rule mt-8 pt-4">
      <Select
        id="retype"
        name="retype"
        label={t.retype}
        hint={t.retypeHint}
        width="md"
        options={types.map((value) => ({
          value,
          label: builderPropertyMessages[locale].types[value] ?? value,
        }))}
      />
      <Button>{t.retypeSubmit}</Button>
    </form>
  );
}
