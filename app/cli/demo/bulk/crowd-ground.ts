import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { CrowdShare } from "#db/demo/crowd.ts";
import type { DemoDefect } from "#db/demo/office-texts.ts";
import type { Moments } from "../calendar.ts";
import type { PastEvent } from "./chained-events.ts";
import type { CrowdCompany, CrowdReviewer } from "./crowd-people.ts";
import type { ProjectTemplate, TemplateGround } from "./project-template.ts";
import type { Sheaf } from "./sheaf.ts";

export type StoredPaper = TemplateGround["files"][number] & { storageKey: string; mime: string };

/** What every application of the crowd is made from. */
export interface CrowdGround {
  /** The call whose questions are answered, which may be filed with another one. */
  project: string;
  moments: Moments;
  callId: string;
  formVersionId: string;
  rubricVersionId: string;
  rubric: Rubric;
  officers: readonly PersonActor[];
  chair: PersonActor;
  template(company: number, turn: number): ProjectTemplate;
  /** Stored once: the crowd's rows all name the same bytes. */
  papers: readonly StoredPaper[];
  /** The next of a discipline in turn. */
  nextReviewer(discipline: Discipline): CrowdReviewer;
  events: PastEvent[];
  /** Lists of what the office may find missing in it. */
  defects: readonly (readonly DemoDefect[])[];
}

export interface CrowdApplication {
  id: string;
  company: CrowdCompany;
  project: string;
  share: CrowdShare;
  /** Days since it was submitted; a draft has been open that long. */
  age: number;
  number: string | null;
  draw: () => number;
  turn: number;
}

/** A life being written down: rows into one sheaf, events beside them. */
export interface Life {
  ground: CrowdGround;
  sheaf: Sheaf;
  application: CrowdApplication;
  officer: PersonActor;
  submissionId: string;
  state: string;
  stateSince: string;
  version: number;
  dueAt: string | null;
  round: number;
  officerId: string | null;
  requestedFen: number;
  record(at: string, event: Omit<PastEvent, "at" | "applicationId" | "companyId" | "callId">): void;
}

export function enter(life: Life, state: string, at: string): void {
  if (state !== life.state) life.stateSince = at;
  life.state = state;
  life.version += 1;
}
