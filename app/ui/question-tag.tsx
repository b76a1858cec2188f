import type { QuestionStanding } from "#app/domain/reviews/question-workflow.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import type { GlyphName } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";
import { Tag } from "./tag.tsx";
import type { Tone } from "./tone.ts";

interface Look {
  tone: Tone;
  glyph?: GlyphName;
}

const waits: Look = { tone: "plain" };
const yours: Look = { tone: "warn" };
const done: Look = { tone: "ok" };
const late: Look = { tone: "bad" };
const out: Look = { tone: "line" };

type Standings = (typeof questionMessages)["zh"]["standing"];
type Reader = keyof Standings;

/** Amber where the reader is the one to act. */
const looks: { [R in Reader]: Record<keyof Standings[R], Look> } = {
  reviewer: {
    ...{ asked: waits, forwarded: waits, answered: waits, overdue: out },
    ...{ passed_on: done, declined: out },
  },
  office: {
    ...{ asked: yours, forwarded: waits, answered: yours, overdue: late },
    ...{ passed_on: done, declined: out },
  },
  company: {
    ...{ forwarded: yours, answered: done, overdue: late },
    passed_on: done,
  },
};

type Props = { [R in Reader]: { reader: R; standing: keyof Standings[R] } }[Reader];

/** Where a reviewer's question stands, in the words of who reads it. */
export function QuestionTag({ standing, reader }: Props) {
  const { locale } = usePage();
  const words: Partial<Record<QuestionStanding, string>> = questionMessages[locale].standing[reader];
  const look: Partial<Record<QuestionStanding, Look>> = looks[reader];
  return <Tag {...(look[standing] ?? waits)}>{words[standing]}</Tag>;
}
