import type { SnapshotAnswer } from "#app/domain/forms/snapshot.ts";

/** Companies and people around an applicant, as far as the submitted answers name them. */
export interface Surroundings {
  holders: NamedParty[];
  controller: string;
  affiliates: NamedParty[];
  partners: NamedParty[];
  team: string[];
  /** People the applicant asked to be kept away. */
  avoidances: string[];
}

export interface NamedParty {
  name: string;
  uscc: string;
}

/** Question and column keys that every form of the programme uses for the same thing. */
export function surroundingsOf(answers: Readonly<Record<string, SnapshotAnswer>>): Surroundings {
  return {
    holders: parties(answers["shareholders"], "holder"),
    controller: text(answers["actual_controller"]),
    affiliates: parties(answers["affiliates"], "party"),
    partners: parties(answers["partners"], "partner"),
    team: rows(answers["team"])
      .map((cells) => text(cells["name"]))
      .filter(Boolean),
    avoidances: rows(answers["reviewers_to_avoid"])
      .map((cells) => text(cells["reviewer_name"]))
      .filter(Boolean),
  };
}

const parties = (answer: SnapshotAnswer | undefined, prefix: string): NamedParty[] =>
  rows(answer)
    .map((cells) => ({ name: text(cells[`${prefix}_name`]), uscc: text(cells[`${prefix}_uscc`]) }))
    .filter(({ name, uscc }) => name !== "" || uscc !== "");

type Cells = Readonly<Record<string, unknown>>;

const rows = (answer: SnapshotAnswer | undefined): Cells[] =>
  Array.isArray(answer)
    ? answer.flatMap((row) =>
        typeof row === "object" && row !== null && "cells" in row ? [row.cells as Cells] : [],
      )
    : [];

const text = (value: unknown): string => (typeof value === "string" ? value : "");
