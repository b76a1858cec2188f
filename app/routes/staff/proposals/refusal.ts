import type { proposalMessages } from "#app/i18n/messages/proposal.ts";

/** Why something was refused, as its sentence is named. */
export type Refusal = keyof (typeof proposalMessages)["zh"]["refusals"];

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;
