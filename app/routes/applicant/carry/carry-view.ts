import {
  type CarriedSection,
  type CarrySource,
  compareAnswers,
  fromProfile,
} from "#app/domain/applications/draft/carry-over.ts";
import { baseOf, type RenderedBase } from "#app/domain/applications/draft/rendered-base.ts";
import { type CompiledQuestion, compileForm } from "#app/domain/forms/compile-form.ts";
import { readableQuestion } from "#app/domain/forms/readable-question.ts";
import type { HashedFile } from "#app/domain/forms/snapshot.ts";
import type { Draft } from "#app/features/applications/find-draft.ts";
import {
  type EarlierApplication,
  findEarlierApplication,
} from "#app/features/applications/list-carry-sources.ts";
import { findProfile } from "#app/features/companies/find-profile.ts";
import type { Context } from "#app/features/context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";

export interface CarryFile {
  questionKey: string;
  label: string;
  file: HashedFile;
  /** Something stands there already. */
  isFilled: boolean;
}

export interface CarryView {
  locale: Locale;
  draft: Draft;
  /** `profile`, or the id of the earlier application. */
  from: string;
  name: string;
  sections: CarriedSection[];
  files: CarryFile[];
}

/** What an earlier application or the profile has that stands otherwise here; undefined where there is no such source. */
export async function carryView(
  ctx: Context,
  draft: Draft,
  from: string,
  locale: Locale,
): Promise<CarryView | undefined> {
  const { companyId, id } = draft.head;
  const t = carryMessages[locale];
  if (from === "profile") {
    const profile = await findProfile(ctx, companyId);
    return (
      profile && {
        ...{ locale, draft, from, name: t.profile, files: [] },
        sections: readable(draft, true, fromProfile(profile.definition, profile.raw)),
      }
    );
  }
  if (from === id) return undefined;
  const earlier = await findEarlierApplication(ctx, { id: from, companyId });
  return (
    earlier && {
      ...{ locale, draft, from, name: nameOf(earlier, locale) },
      sections: readable(draft, earlier.mayReadRestricted, earlier.source),
      files: filesOf(draft, earlier, locale),
    }
  );
}

export function nameOf(
  { head, version }: Pick<EarlierApplication, "head" | "version">,
  locale: Locale,
): string {
  const t = carryMessages[locale];
  const title = (locale === "en" && head.titleEn) || head.titleZh || t.untitled;
  const stand =
    version === null || head.number === null ? t.draft : t.submitted({ number: head.number, version });
  return locale === "zh" ? `${title}（${stand}）` : `${title} (${stand})`;
}

function readable(draft: Draft, mayReadThere: boolean, source: CarrySource): CarriedSection[] {
  const mayRead = draft.mayReadRestricted && mayReadThere;
  return compareAnswers(draft.definition, draft.raw, (question) =>
    isRestricted(question) && !mayRead ? undefined : source(question),
  ).filter(({ questions }) => questions.length > 0);
}

/** In part is enough: rows are carried over whole. */
const isRestricted = (question: CompiledQuestion): boolean => readableQuestion(question, false) !== question;

function filesOf(draft: Draft, earlier: EarlierApplication, locale: Locale): CarryFile[] {
  const here = new Set(draft.files.map(({ questionKey, sha256 }) => `${questionKey}/${sha256}`));
  const mayRead = draft.mayReadRestricted && earlier.mayReadRestricted;
  return [...compileForm(draft.definition).questionByKey.values()].flatMap((question): CarryFile[] => {
    const { field } = question;
    if (field.type !== "file" || (isRestricted(question) && !mayRead)) return [];
    const files = Object.hasOwn(earlier.files, field.key) ? (earlier.files[field.key] ?? []) : [];
    return files
      .filter(({ sha256 }) => !here.has(`${field.key}/${sha256}`))
      .map((file) => ({
        questionKey: field.key,
        label: (field.shortLabel ?? field.label)[locale],
        file,
        isFilled: draft.files.some(({ questionKey }) => questionKey === field.key),
      }));
  });
}

/** Versions of what a section's differences may overwrite. */
export function carryBase({ draft }: CarryView, { section, questions }: CarriedSection): RenderedBase {
  const base = baseOf(draft.sections.get(section.section.key)?.fields ?? {});
  const keys = new Set(questions.map(({ question }) => question.field.key));
  const own = ([path]: readonly [string, unknown]) => keys.has(path.split("/")[0] ?? "");
  return {
    fields: Object.fromEntries(Object.entries(base.fields).filter(own)),
    rows: Object.fromEntries(Object.entries(base.rows).filter(own)),
  };
}
