import { describe, expect, test } from "vitest";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { FormView } from "#app/ui/form/form-view.ts";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { form, question, text } from "#tests/unit/forms/definition-parts.ts";
import { attributes, render, startTags } from "./render.tsx";

const definition = formDefinitionSchema.parse(
  form([
    question("site", { type: "address" }),
    question("lead", { type: "person", contact: "mobile" }),
    question("price", { type: "money", currencies: ["CNY", "USD"] }),
    question("trade", {
      type: "gb4754",
      options: [{ code: "3973", label: { zh: "集成电路制造", en: "Integrated circuits" } }],
    }),
    question("grant", { type: "amount", currencies: ["USD", "JPY"] }),
    question("fee", { type: "amount", currencies: ["EUR"] }),
    question("office", { type: "foreign_address" }),
    question("plant", { type: "foreign_address", countries: ["US"] }),
    question("home", { type: "country", countries: ["NL", "DE"] }),
    question("sure", { type: "scale", from: 0, to: 5, labels: [text("完全没有"), text("完全确定")] }),
    question("agree", {
      type: "scale",
      from: 1,
      to: 3,
      labels: [text("不同意"), text("一般"), text("同意")],
    }),
  ]),
);
const raw = {
  office: ["1 A", "", "B", "", "", "ZZ"],
  sure: "4",
  fee: "1,200",
  site: ["140100", "小店区"],
  price: ["120", "USD"],
  trade: "3973",
};

function page(locale: "zh" | "en"): string {
  const evaluation = evaluateForm(definition, raw, { today: "2026-12-09", files: {} });
  const view: FormView = {
    locale,
    evaluation,
    issues: new Map([["site", []]]),
    problems: new Map([["site", ["请填写街道、门牌等详细地址"]]]),
    sentence: () => "",
    conflicts: new Map(),
    typed: new Map(),
    files: () => [],
    isOpen: () => true,
    flag: () => undefined,
    edited: () => undefined,
  };
  const section = compileForm(definition).sections[0]!;
  return render(
    <SectionQuestions view={view} section={section} blankRow={() => evaluation.allRows("none")[0]!} />,
    locale,
  );
}

describe.each(["zh", "en"] as const)("answers of several boxes, in %s", (locale) => {
  const html = page(locale);

  test("send one name from every box, in the order of their parts", () => {
    const named = (name: string) => startTags(html).filter((tag) => tag.includes(`name="${name}"`));
    expect(named("site").map((tag) => tag.slice(1, 6))).toEqual(["selec", "input", "input"]);
    expect(named("lead")).toHaveLength(3);
    expect(named("price")).toHaveLength(4);
  });

  test("of other countries have their boxes too, and keep what is in no list", () => {
    const tags = startTags(html);
    const named = (name: string) => tags.filter((tag) => tag.includes(`name="${name}"`));
    expect(named("grant").map((tag) => tag.slice(1, 6))).toEqual(["input", "selec"]);
    expect(named("fee")).toHaveLength(1);
    expect(html).toContain(locale === "zh" ? "<span>欧元</span>" : "<span>EUR</span>");
    expect(named("office")).toHaveLength(6);
    expect(html).toContain('<option value="ZZ" selected="">ZZ</option>');
    expect(named("plant").at(-1)).toContain('type="hidden"');
    expect(named("home")).toHaveLength(1);
    // The empty one says that the question was on the page.
    expect(named("sure")).toHaveLength(7);
    expect(named("sure").filter((tag) => tag.includes("checked"))).toHaveLength(1);
    expect(named("agree")).toHaveLength(4);
    for (const at of ["sure", "sure-2", "sure-6"]) expect(html).toContain(`<label for="${at}"`);
  });

  test("have a label at each box, the question as their legend and its error on them all", () => {
    const ids = startTags(html).flatMap((tag) => /<(?:input|select)[^>]* id="([^"]+)"/.exec(tag)?.[1] ?? []);
    expect(ids).toEqual(expect.arrayContaining(["site", "site-2", "site-3", "price-4", "trade"]));
    for (const id of ids) expect(html, id).toMatch(new RegExp(`<label (class="[^"]*" )?for="${id}"`));
    expect(attributes(html, "<fieldset aria-describedby")["aria-describedby"]).toContain("site-error");
    for (const id of ["site", "site-2", "site-3"])
      expect(attributes(html, `id="${id}" `)["aria-invalid"], id).toBe("true");
  });

  test("show what stands in them", () => {
    expect(html).toMatch(/<option value="140100" selected="">/);
    expect(attributes(html, 'id="site-2"')["value"]).toBe("小店区");
    expect(html).toMatch(/<option value="USD" selected="">/);
  });

  test("a class of industry is searched in a list and named beside its box", () => {
    expect(attributes(html, 'id="trade"')).toMatchObject({ list: "trade-list", value: "3973" });
    expect(html).toContain(locale === "zh" ? "<b>集成电路制造</b>" : "<b>Integrated circuits</b>");
  });
});
