import type { QuestionStanding } from "#app/domain/reviews/question-workflow.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import type { GlyphName } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";
import { Tag } from "./tag.tsx";
import type { Tone } from "./tone.ts";

type Reader = "reviewer" | "office" | "company";

interface Look {
  tone: Tone;
  glyph?: GlyphName;
}

const waits: Look = { tone: "plain" };
const yours: Look = { tone: "warn" };
const done: Look = { tone: "ok" };
const late: Look = { tone: "bad" };
const out: Look = { tone: "line" };

/** Amber where the reader is the one to act. */
const looks: Record<Reader, Record<QuestionStanding, Look>> = {
  reviewer: {
    ...{ asked: waits, forwarded: waits, answered: waits, overdue: out },
    ...{ passed_on: done, declined: out },
  },
  office: {
    ...{ asked: yours, forwarded: waits, answered: yours, overdue: late },
    ...{ passed_on: done, declined: out },
  },
  company: {
    ...{ asked: waits, forwarded: yours, answered: done, overdue: late },
    ...{ passed_on: done, declined: out },
  },
};

/** Where a reviewer's question stands, in the words of who reads it. */
export function QuestionTag({ standing, reader }: { standing: QuestionStanding; reader: Reader }) {
  const { locale } = usePage();
  return <Tag {...looks[reader][standing]}>{questionMessages[locale].standing[reader][standing]}</Tag>;
}
