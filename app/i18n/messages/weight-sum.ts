import { defineMessages } from "../define-messages.ts";

/** What the weights of a rubric come to, while they are typed. */
export const weightSumMessages = defineMessages({
  zh: {
    sum: (sum: number) => {
      if (sum === 100) return "权重合计100，正好。";
      return sum < 100 ? `权重合计${sum}，还差${100 - sum}。` : `权重合计${sum}，多了${sum - 100}。`;
    },
  },
  en: {
    sum: (sum) => {
      if (sum === 100) return "The weights add up to 100, as they must.";
      const off = sum < 100 ? `${100 - sum} short of 100` : `${sum - 100} more than 100`;
      return `The weights add up to ${sum}, ${off}.`;
    },
  },
});
