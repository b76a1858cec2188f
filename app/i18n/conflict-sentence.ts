import type { ConflictPath, PathStep } from "#app/domain/reviews/ties/find-conflicts.ts";
import type { Post } from "#app/domain/reviews/ties/reviewer-ties.ts";
import type { Locale } from "./locale.ts";
import { conflictPathMessages } from "./messages/conflict-paths.ts";

/** One found path in one sentence, from the reviewer to the applicant. */
export function conflictSentence(locale: Locale, path: ConflictPath): string {
  const t = conflictPathMessages[locale];
  switch (path.by) {
    case "organisation":
      return throughOrganisations(locale, path);
    case "competitor":
      return t.competitor(postPhrase(locale, path.post));
    case "person": {
      const role = t.roles[path.person.role];
      return path.shared.kind === "mailbox"
        ? t.mailbox(role, path.person.name)
        : t.person(role, path.person.name, path.shared.name);
    }
    case "colleague":
      return t.colleague(
        t.roles[path.person.role],
        path.person.name,
        path.employer,
        timePhrase(locale, path.post),
      );
    case "avoidance":
      return t.avoidance(path.avoidance.name, path.avoidance.unit, path.avoidance.reason);
  }
}

function throughOrganisations(
  locale: Locale,
  { post, applicant, steps }: Extract<ConflictPath, { by: "organisation" }>,
): string {
  const t = conflictPathMessages[locale];
  const first = postPhrase(locale, post);
  if (steps.length === 0) return `${first}${t.isApplicant}${t.end}`;
  const named = (name: string, isLast: boolean) => (isLast && name === applicant ? t.applicant(name) : name);
  const phrases = steps.map((step, index) =>
    tiePhrase(locale, step, (name) => named(name, index === steps.length - 1)),
  );
  const numbers = [...new Set(steps.map(({ number }) => number).filter(Boolean))];
  // Of one step the answers at hand say so themselves.
  const sources = steps.length > 1 && numbers.length > 0 ? t.sources(numbers.join(t.sourceJoin)) : "";
  return `${[first, ...phrases].join(t.join)}${sources}${t.end}`;
}

function tiePhrase(
  locale: Locale,
  { from, to, relation, isTied }: PathStep,
  named: (name: string) => string,
): string {
  const phrase = conflictPathMessages[locale].ties[relation];
  return isTied ? phrase(from, named(to)) : phrase(named(to), from);
}

type Time = Pick<Post, "from" | "to">;

function postPhrase(locale: Locale, post: Time & Pick<Post, "kind"> & { readonly name: string }): string {
  const t = conflictPathMessages[locale];
  const phrase = t.posts[post.kind](post.name);
  return `${post.to === "" ? phrase : t.formerly(phrase)}${timePhrase(locale, post)}`;
}

function timePhrase(locale: Locale, { from, to }: Time): string {
  const t = conflictPathMessages[locale];
  const month = (typed: string) => {
    const [year = 0, at = 0] = typed.split("-").map(Number);
    return t.month(year, at);
  };
  if (from !== "" && to !== "") return t.between(month(from), month(to));
  if (from !== "") return t.since(month(from));
  return to === "" ? "" : t.until(month(to));
}
