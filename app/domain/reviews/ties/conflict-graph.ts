import type { ApplicationTies, PartyRelation } from "./application-ties.ts";
import { isOwning } from "./application-ties.ts";
import { type Party, PartyKeys, writtenKey } from "./party.ts";

/** An application with whom its answers tie to it. */
export interface TiedApplication extends ApplicationTies {
  readonly id: string;
  readonly callId: string;
  /** What the fund calls it, for those who check whose answers say so. */
  readonly number: string;
  /** The company under its names; the first is shown. */
  readonly applicant: readonly Party[];
}

/** `to` is tied to the company `from`, as the answers of an application of `from` say. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  /** Both as the answers write them. */
  readonly written: string;
  readonly relation: PartyRelation;
  /** Of the application whose answers say so. */
  readonly number: string;
}

/** One step of a path, read away from the reviewer. */
export interface Step {
  readonly edge: Edge;
  /** Whether the step goes from the tied organisation to the company that named it. */
  readonly towardsCompany: boolean;
}

/** Companies and what their applications tie to them, by one key for each organisation. */
export class ConflictGraph {
  readonly keys = new PartyKeys();
  readonly applications: readonly TiedApplication[];
  readonly #edges = new Map<string, Edge[]>();
  readonly #byApplicant = new Map<string, TiedApplication[]>();

  constructor(applications: readonly TiedApplication[], alsoNamed: readonly Party[] = []) {
    this.applications = applications;
    for (const party of alsoNamed) this.keys.learn(party);
    for (const { applicant, parties } of applications)
      for (const party of [...applicant, ...parties]) this.keys.learn(party);
    for (const application of applications) this.#add(application);
  }

  applicantKey({ applicant }: TiedApplication): string | undefined {
    return applicant.map((party) => this.keys.of(party)).find((key) => key !== undefined);
  }

  applicationsOf = (key: string): readonly TiedApplication[] => this.#byApplicant.get(key) ?? [];

  /** Every way between two organisations of at most two steps; of two steps both go by ownership. */
  waysBetween(from: string, to: string): Step[][] {
    if (from === to) return [[]];
    const first = this.#stepsFrom(from);
    const direct = first.filter((step) => endOf(step) === to).map((step) => [step]);
    const owned = first.filter((step) => isOwning(step.edge.relation) && endOf(step) !== to);
    const further = owned.flatMap((step) =>
      this.#stepsFrom(endOf(step))
        .filter((next) => endOf(next) === to && isOwning(next.edge.relation))
        .map((next) => [step, next]),
    );
    return [...direct, ...further];
  }

  #stepsFrom(key: string): Step[] {
    return (this.#edges.get(key) ?? []).map((edge) => ({ edge, towardsCompany: edge.to === key }));
  }

  #add(application: TiedApplication): void {
    const own = this.applicantKey(application);
    if (own === undefined) return;
    push(this.#byApplicant, own, application);
    for (const party of application.parties) {
      const key = this.keys.of(party);
      if (key === undefined || key === own) continue;
      const edge: Edge = {
        ...{ from: own, to: key, relation: party.relation, number: application.number },
        fromName: application.applicant[0]?.name ?? "",
        toName: party.name || party.uscc,
        written: `${party.relation}:${writtenKey(application.applicant[0]!)}:${writtenKey(party)}`,
      };
      push(this.#edges, own, edge);
      push(this.#edges, key, edge);
    }
  }
}

export const endOf = ({ edge, towardsCompany }: Step): string => (towardsCompany ? edge.from : edge.to);

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
