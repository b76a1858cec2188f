import type { Condition, GroupData, OptionData, Pair, RuleData, SectionData } from "./programme-types.ts";
import { ask, options, text } from "./ask.ts";
import { when } from "./when.ts";

/**
 * A call that takes others along in a round (domain 4) asks first for which of them an application is meant: each is
 * a strand, named by the code of its call. The questions of a strand show for that strand alone.
 */
export type Strand = { code: string; label: Pair; hint: Pair };

export const inStrand = (...codes: string[]): Condition =>
  codes.length === 1 ? when.is("strand", codes[0]!) : when.isOneOf("strand", codes);

export const strandQuestion = (strands: readonly Strand[]) =>
  ask.choice(
    "strand",
    ["申报方向", "Strand"],
    strands.map(({ code, label, hint }) => ({ ...namedOption(code, label), hint: text(...hint) })),
    {
      display: "radio",
      public: true,
      help: [
        "本轮合并申报。选定后，表中只问这个方向的问题；改选时已填的内容仍会保留。",
        "These calls are filed together this round. Only the questions of your strand are asked; if you change it, what you filled in is kept.",
      ],
    },
  );

const namedOption = (code: string, [zh, en]: Pair): OptionData => options([[code, zh, en]])[0]!;

/** The same section, shown for some strands only. */
export const onlyFor = (strand: Condition, section: SectionData): SectionData => ({
  ...section,
  visibleWhen: section.visibleWhen === undefined ? strand : when.both(section.visibleWhen, strand),
});

/** What is asked once for all strands stands elsewhere. */
export const withoutGroup = (key: string, section: SectionData): SectionData => ({
  ...section,
  groups: section.groups.filter((group: GroupData) => group.key !== key),
});

/** An instrument that only some strands of a call offer. */
export const instrumentOnlyFor = (instrument: string, strands: string[], [zh, en]: Pair): RuleData => ({
  key: `${instrument}_fits_strand`,
  level: "error",
  at: ["instrument", "strand"],
  when: when.both({ answered: { ref: "strand" } }, when.includes("instrument", instrument)),
  holds: inStrand(...strands),
  message: text(zh, en),
});
