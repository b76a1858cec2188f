import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
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
import { previewView } from "./preview-view.ts";

interface Preview {
  draftId: string;
  locale: Locale;
  sections: { key: string; title: string }[];
  sectionKey: string;
  /** Undefined while the draft has problems: a form that is not whole cannot be filled in. */
  view: ReturnType<typeof previewView>;
}

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
  const asked = new URL(request.url).searchParams.get("section") ?? sections[0]?.key;
  const sectionKey = found(sections.find(({ key }) => key === asked)).key;
  const isWhole = problemsOf(definition).length === 0;
  const wanted = {
    definition,
    sectionKey,
    today: beijingDay(ctx.now),
    locale,
    showIssues: typed !== undefined,
  };
  return {
    ...{ draftId, locale, sectionKey },
    sections: sections.map(({ key, title }) => ({ key, title: title[locale] })),
    view: isWhole ? previewView({ ...wanted, raw: typed ? answersOf(wanted, typed) : {} }) : undefined,
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
  const { draftId, locale, sections, sectionKey, view } = page;
  const t = builderMessages[locale];
  const title = sections.find(({ key }) => key === sectionKey)?.title ?? "";
  return (
    <>
      <title>{`${t.preview}: ${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/forms/${draftId}`}>{t.outline}</BackLink>
      <p className="muted mt-2">{t.previewHint}</p>
      <nav aria-label={t.preview}>
        <ul className="builder-sections">
          {sections.map((section) => (
            <li key={section.key}>
              <a
                href={`/staff/forms/${draftId}/preview?section=${section.key}`}
                aria-current={section.key === sectionKey ? "page" : undefined}
              >
                {section.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{title}</h1>
      {view ? (
        <form method="post" className="builder-node" noValidate>
          <SectionQuestions view={view.form} section={view.section} blankRow={view.blankRow} />
          <Button className="mt-6">{t.previewCheck}</Button>
        </form>
      ) : (
        <Notice tone="warn">{t.previewProblems}</Notice>
      )}
    </>
  );
}
