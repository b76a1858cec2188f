import type { ConflictKind } from "../conflict-of-interest.ts";
import type { Avoidance, PartyRelation, TiedPerson } from "./application-ties.ts";
import type { ConflictGraph, Step, TiedApplication } from "./conflict-graph.ts";
import { nameKey, partyOf, writtenKey } from "./party.ts";
import { type Post, type ReviewerTies, stillCounts } from "./reviewer-ties.ts";

/** What was found, with all a sentence needs; kept as it was found. */
export type ConflictPath =
  | {
      readonly by: "organisation";
      readonly post: Pick<Post, "kind" | "from" | "to"> & { readonly name: string };
      readonly applicant: string;
      readonly steps: readonly PathStep[];
    }
  | {
      readonly by: "competitor";
      readonly post: Pick<Post, "kind" | "from" | "to"> & { readonly name: string };
    }
  | {
      readonly by: "person";
      readonly person: Pick<TiedPerson, "name" | "role">;
      /** Why it is more than a name: the mailbox, or an organisation that both have in common. */
      readonly shared:
        { readonly kind: "mailbox" } | { readonly kind: "organisation"; readonly name: string };
    }
  | {
      readonly by: "colleague";
      readonly person: Pick<TiedPerson, "name" | "role">;
      readonly employer: string;
      readonly post: Pick<Post, "from" | "to">;
    }
  | { readonly by: "avoidance"; readonly avoidance: Avoidance };

export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly relation: PartyRelation;
  /** Whether `from` is the one that is tied to `to`, as its shareholder, say; else the other way about. */
  readonly isTied: boolean;
  /** Of the application whose answers say so. */
  readonly number: string;
}

export interface FoundConflict {
  readonly kind: ConflictKind;
  /** The same as long as the same facts lead to it: judged once, it stays judged; another fact is asked anew. */
  readonly fact: string;
  readonly path: ConflictPath;
}

/**
 * Everything known that ties a reviewer to an application. A name alone is nothing: people share names, and all the
 * more family names; with a second fact it is put to the office.
 */
export function findConflicts(
  graph: ConflictGraph,
  reviewer: ReviewerTies,
  application: TiedApplication,
  today: string,
): FoundConflict[] {
  const found = [
    ...reviewer.posts.flatMap((post) => throughPost(graph, post, application, today)),
    ...asPerson(graph, reviewer, application),
    ...withColleagues(graph, reviewer, application, today),
    ...asAvoided(reviewer, application.avoidances),
  ];
  return [...new Map(found.map((each) => [each.fact, each])).values()];
}

function throughPost(
  graph: ConflictGraph,
  post: Post,
  application: TiedApplication,
  today: string,
): FoundConflict[] {
  const own = graph.keys.of(post);
  const applicant = graph.applicantKey(application);
  if (own === undefined || applicant === undefined || !stillCounts(post, today)) return [];
  const shown = { kind: post.kind, from: post.from, to: post.to, name: post.name || post.uscc };
  const found = graph.waysBetween(own, applicant).map((way): FoundConflict => {
    const kind = way.length === 0 ? directKind(post) : "affiliated_company";
    const steps = way.map(pathStep);
    return {
      kind,
      fact: [kind, post.kind, writtenKey(post), ...way.map(({ edge }) => edge.written)].join("|"),
      path: {
        ...{ by: "organisation", post: shown, steps },
        applicant: application.applicant[0]?.name ?? "",
      },
    };
  });
  const competes = graph
    .applicationsOf(own)
    .some(({ id, callId }) => callId === application.callId && id !== application.id);
  if (competes && own !== applicant)
    found.push({
      kind: "competing_applicant",
      fact: `competing_applicant|${post.kind}|${writtenKey(post)}`,
      path: { by: "competitor", post: shown },
    });
  return found;
}

const pathStep = ({ edge, towardsCompany }: Step): PathStep => ({
  from: towardsCompany ? edge.toName : edge.fromName,
  to: towardsCompany ? edge.fromName : edge.toName,
  ...{ relation: edge.relation, isTied: towardsCompany, number: edge.number },
});

function directKind({ kind, to }: Post): ConflictKind {
  switch (kind) {
    case "employed":
      return to === "" ? "same_company" : "employed";
    case "member":
      return "same_company";
    case "shareholding":
      return "equity";
    case "director":
    case "executive":
    case "adviser":
      return "paid_role";
    case "other":
      return "other";
  }
}

/** A mailbox is a person's own; a name is theirs once an organisation of the reviewer's, however long ago, agrees. */
function asPerson(
  graph: ConflictGraph,
  reviewer: ReviewerTies,
  application: TiedApplication,
): FoundConflict[] {
  const own = new Map(reviewer.posts.map((post) => [graph.keys.of(post), post]));
  const around = [...application.applicant, ...application.parties].map((party) => graph.keys.of(party));
  return application.people.flatMap((person): FoundConflict[] => {
    const { name, role, employer, email } = person;
    const fact = `own_interest|${role}|${nameKey(name)}`;
    if (email !== "" && email.toLowerCase() === reviewer.email.toLowerCase())
      return [
        {
          ...{ kind: "own_interest", fact: `${fact}|mailbox` },
          path: { by: "person", person: { name, role }, shared: { kind: "mailbox" } },
        },
      ];
    if (nameKey(name) !== nameKey(reviewer.name)) return [];
    const shared = [graph.keys.of(partyOf(employer)), ...around].find(
      (key) => key !== undefined && own.has(key),
    );
    const post = own.get(shared);
    if (shared === undefined || !post) return [];
    return [
      {
        ...{ kind: "own_interest", fact: `${fact}|${writtenKey(post)}` },
        path: {
          ...{ by: "person", person: { name, role } },
          shared: { kind: "organisation", name: post.name || post.uscc },
        },
      },
    ];
  });
}

/** Somebody of the team came from where the reviewer works or worked, both within three years. */
function withColleagues(
  graph: ConflictGraph,
  reviewer: ReviewerTies,
  application: TiedApplication,
  today: string,
): FoundConflict[] {
  const applicant = graph.applicantKey(application);
  const employers = new Map(
    reviewer.posts
      .filter((post) => post.kind === "employed" && stillCounts(post, today))
      .map((post) => [graph.keys.of(post), post]),
  );
  return application.people.flatMap(({ name, role, employer, since }): FoundConflict[] => {
    const key = graph.keys.of(partyOf(employer));
    const post = key === undefined || key === applicant ? undefined : employers.get(key);
    if (!post || since === "" || !stillCounts({ to: since }, today)) return [];
    if (nameKey(name) === nameKey(reviewer.name)) return [];
    return [
      {
        kind: "shared_employer",
        fact: `shared_employer|${nameKey(employer)}|${role}|${nameKey(name)}`,
        path: {
          ...{ by: "colleague", person: { name, role }, employer: post.name || employer },
          post: { from: post.from, to: post.to },
        },
      },
    ];
  });
}

/** By name or mailbox; whether it is the same person is the office's to say. */
const asAvoided = ({ name, email }: ReviewerTies, avoidances: readonly Avoidance[]): FoundConflict[] =>
  avoidances
    .filter((avoidance) => [nameKey(name), nameKey(email)].includes(nameKey(avoidance.name)))
    .map((avoidance) => ({
      kind: "named_avoidance",
      fact: `named_avoidance|${nameKey(avoidance.name)}|${nameKey(avoidance.unit)}`,
      path: { by: "avoidance", avoidance },
    }));
