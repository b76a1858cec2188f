import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { sampleAnswers } from "#app/domain/forms/sample-answers.ts";
import { problemsOf } from "#app/domain/forms/edit/outline-edits.ts";
import { sectionSchema } from "#app/domain/forms/section-schema.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { found } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/preview";
import { previewView, type WholeSection, wholePreview } from "./preview-view.ts";

interface Preview {
  draftId: string;
  locale: Locale;
  sections: { key: string; title: string }[];
  sectionKey: string;
  /** Whether what stands in the boxes is made up. */
  isSample: boolean;
  /** Both undefined while the draft has problems: a form that is not whole cannot be filled in. */
  view: ReturnType<typeof previewView>;
  /** The whole form in place of one section. */
  whole: WholeSection[] | undefined;
}

/** In the address, in place of a section. */
const allSections = "all";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  return { preview: await preview(ctx, params.draftId, request, locale, undefined) };
}

/** The same with what was typed; nothing is stored. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = staffOnly(context);
  const page = await preview(ctx, params.draftId, request, locale, await readFormData(request));
  return data({ preview: page });
}

async function preview(
  ctx: Context,
  draftId: string,
  request: Request,
  locale: Locale,
  typed: FormData | undefined,
): Promise<Preview> {
  const { definition } = found(await findFormDraft(ctx, draftId));
  const sections = definition.parts.flatMap((part) => part.sections);
  const query = new URL(request.url).searchParams;
  const asked = query.get("section") ?? sections[0]?.key;
  const isAll = asked === allSections;
  const sectionKey = isAll ? allSections : found(sections.find(({ key }) => key === asked)).key;
  const isWhole = problemsOf(definition).length === 0;
  const isSample = query.has("sample");
  const today = beijingDay(ctx.now);
  const made = isSample && isWhole ? sampleAnswers(definition, today) : {};
  const answered = { definition, today, locale, raw: made, showIssues: typed !== undefined };
  const wanted = { ...answered, sectionKey };
  return {
    ...{ draftId, locale, sectionKey, isSample },
    sections: sections.map(({ key, title }) => ({ key, title: title[locale] })),
    view:
      isWhole && !isAll
        ? previewView({ ...wanted, raw: typed ? answersOf(wanted, typed) : made })
        : undefined,
    whole: isWhole && isAll ? wholePreview(answered) : undefined,
  };
}

function answersOf(
  { definition, sectionKey }: { definition: Parameters<typeof sectionSchema>[0]; sectionKey: string },
  typed: FormData,
): RawAnswers {
  const schema = sectionSchema(definition, sectionKey);
  const submission = parseWithZod(typed, { schema, disableAutoCoercion: true });
  if (submission.status !== "success") throw data(null, { status: 400 });
  return submission.value;
}

export default function FormPreview({ loaderData, actionData }: Route.ComponentProps) {
  const { preview: page } = (actionData ?? loaderData) as unknown as { preview: Preview };
  const { draftId, locale, sections, sectionKey, isSample, view, whole } = page;
  const t = builderMessages[locale];
  const title = sections.find(({ key }) => key === sectionKey)?.title ?? t.previewAll;
  const hrefOf = (section: string, sample: boolean) =>
    `/staff/forms/${draftId}/preview?section=${section}${sample ? "&sample=1" : ""}`;
  return (
    <>
      <title>{`${t.preview}: ${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/forms/${draftId}`}>{t.outline}</BackLink>
      <p className="muted mt-2">{whole ? t.previewWholeHint : t.previewHint}</p>
      <p className="mt-2">
        <a href={hrefOf(sectionKey, !isSample)}>{isSample ? t.previewBlank : t.previewSample}</a>
      </p>
      <nav aria-label={t.preview}>
        <ul className="builder-sections">
          {[{ key: allSections, title: t.previewAll }, ...sections].map((section) => (
            <li key={section.key}>
              <a
                href={hrefOf(section.key, isSample)}
                aria-current={section.key === sectionKey ? "page" : undefined}
              >
                {section.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{title}</h1>
      {view && (
        <form method="post" className="builder-node" noValidate>
          <SectionQuestions view={view.form} section={view.section} blankRow={view.blankRow} />
          <Button className="mt-6">{t.previewCheck}</Button>
        </form>
      )}
      {whole && <WholeForm sections={whole} locale={locale} />}
      {!view && !whole && <Notice tone="warn">{t.previewProblems}</Notice>}
    </>
  );
}

/** The form from beginning to end, to be read and not to be filled in. */
function WholeForm({ sections, locale }: { sections: readonly WholeSection[]; locale: Locale }) {
  const t = builderMessages[locale];
  return sections.map(({ view, title, visible }) => (
    <section key={view.section.section.key} className="builder-preview">
      <h2>{title}</h2>
      {visible ? (
        <fieldset disabled className="builder-shown">
          <legend className="sr-only">{title}</legend>
          <SectionQuestions view={view.form} section={view.section} blankRow={view.blankRow} />
        </fieldset>
      ) : (
        <p className="muted">{t.previewHidden}</p>
      )}
    </section>
  ));
}
