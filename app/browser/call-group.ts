/** A part of a call while it is written: what the weights of its criteria come to follows what is typed. */
import { sumOfWeights } from "#app/domain/calls/call-problems.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { weightSumMessages } from "#app/i18n/messages/weight-sum.ts";

const line = document.querySelector<HTMLElement>("[data-weight-sum]");
const form = line?.closest("form");
const language = document.documentElement.lang.slice(0, 2);
const locale = isLocale(language) ? language : "zh";

if (line && form)
  form.addEventListener("input", () => {
    const fields = form.querySelectorAll<HTMLInputElement>('input[name^="criteria."][name$=".weight"]');
    const sum = sumOfWeights([...fields].map(({ value }) => value));
    const words = weightSumMessages[locale].sum(sum);
    if (line.textContent === words) return;
    line.textContent = words;
    line.classList.toggle("st-ok", sum === 100);
    line.classList.toggle("st-warn", sum !== 100);
  });
