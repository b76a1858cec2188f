/**
 * Loose shapes for writing the programme down. What a form really may say is checked against
 * app/domain/forms in the tests and when it is loaded.
 */
export type Text = { zh: string; en: string };
export type Pair = readonly [zh: string, en: string];
/** By when a project is to have reached its size: makers at full capacity, others within five years. */
export type Horizon = "full_capacity" | "fifth_year";
export type Condition = string | number | boolean | { [operator: string]: unknown };
export type OptionData = { code: string; label: Text; hint?: Text };

export type QuestionData = { key: string; type: string; label: Text; [attribute: string]: unknown };

export type RuleData = {
  key: string;
  level: "error" | "warning";
  at: string[];
  holds: Condition;
  message: Text;
  forEach?: string;
  when?: Condition;
  summary?: Text;
  params?: Record<string, { value: Condition; as: string; places?: number }>;
};

export type AdviceData = {
  key: string;
  title: Text;
  intro?: Text;
  visibleWhen?: Condition;
  items: {
    key: string;
    label: Text;
    value: Condition;
    as: string;
    places?: number;
    threshold: Text;
    holds: Condition;
  }[];
  met: Text;
  unmet: Text;
};

export type GroupData = {
  key: string;
  title?: Text;
  help?: Text;
  visibleWhen?: Condition;
  questions: QuestionData[];
};

export type SectionData = {
  key: string;
  title: Text;
  intro?: Text;
  notes?: Text[];
  kind?: "questions" | "files" | "signing";
  restricted?: boolean;
  visibleWhen?: Condition;
  opensWhen?: Condition;
  opensHint?: Text;
  groups: GroupData[];
  rules?: RuleData[];
  advice?: AdviceData[];
};

export type FormData = {
  /** Of the definition language. */
  language?: 1;
  code: string;
  version: number;
  title: Text;
  parts: { key: string; title: Text; sections: SectionData[] }[];
};
