/** The amount as people say it, beside a money box while it is typed. */
import { parseMoneyWan } from "#app/domain/shared/money.ts";
import { formatMoneyReadout } from "#app/i18n/format.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";

const locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

function show(box: HTMLInputElement) {
  const place = document.getElementById(box.dataset["money"] ?? "");
  const money = parseMoneyWan(box.value);
  const words = money.ok ? formatMoneyReadout(locale, money.value) : null;
  const amount = document.createElement("b");
  amount.textContent = words;
  place?.replaceChildren(...(words === null ? [] : [shellMessages[locale].equals, amount]));
}

for (const box of document.querySelectorAll<HTMLInputElement>("input[data-money]")) {
  box.addEventListener("input", () => show(box));
  show(box);
}
