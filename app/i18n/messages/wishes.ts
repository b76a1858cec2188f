import type { WishKind } from "#app/domain/reviews/assignment-run.ts";
import { defineMessages } from "../define-messages.ts";

/** What a reviewer would like to review, before anybody is assigned. */
export const wishMessages = defineMessages({
  zh: {
    title: "评审意愿",
    lead: "基金办正在安排评审。每份申报您愿不愿意评，在这里说一声；不选也可以。意愿是安排时的参考，不等于指派。",
    sees: "这里只有题目、产业链环节、建设地和可公开的摘要。其余内容在指派并签署利益冲突声明之后才打开。",
    said: (said: number, all: number) => `共${all}份，已填${said}份`,
    wishOf: (title: string) => `对《${title}》的意愿`,
    wish: { keen: "很想评", willing: "可以评", no: "不想评" } satisfies Record<WishKind, string>,
    none: "不选",
    abstract: "摘要",
    noAbstract: "没有可公开的摘要。",
    save: "保存本页意愿",
    saved: (count: number) => (count === 0 ? "没有改动。" : `已保存，改动${count}份。`),
    empty: "现在没有可以填意愿的申报",
    emptyText: "基金办征求意愿时，这里会列出申报。",
    segment: "环节",
    place: "建设地",
    refusals: {
      not_found: "这些申报已不再征求意愿，什么都没有改动。",
      unknown_wish: "请在给出的几项里选择。",
    },
  },
  en: {
    title: "What I would like to review",
    lead: "The Fund Office is arranging the reviews. Say here which applications you would like; you may leave any open. It helps the arrangement and assigns nothing.",
    sees: "You see title, place in the chain, city and the abstract for the public. The rest opens once you are assigned and have signed the conflict declaration.",
    said: (said, all) => `${all} in all, ${said} answered`,
    wishOf: (title) => `Your wish for “${title}”`,
    wish: { keen: "Keen", willing: "Willing", no: "Rather not" },
    none: "Open",
    abstract: "Abstract",
    noAbstract: "There is no abstract for the public.",
    save: "Save the wishes on this page",
    saved: (count) => (count === 0 ? "Nothing changed." : `Saved: ${count} changed.`),
    empty: "There is nothing to wish for at present",
    emptyText: "When the Fund Office asks for wishes, the applications are listed here.",
    segment: "Chain",
    place: "City",
    refusals: {
      not_found: "Wishes are no longer asked for here. Nothing was changed.",
      unknown_wish: "Choose one of the answers given.",
    },
  },
});
