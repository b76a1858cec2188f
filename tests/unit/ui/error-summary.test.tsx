import { expect, test } from "vitest";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { attributes, render } from "./render.tsx";

const errors = [
  { href: "#paid", text: "实缴资本：应按“万元”填写" },
  { href: "#pledge", text: "股权质押：请说明质权人" },
];

test("says how many, links each to its control, and takes focus without a script", () => {
  const html = render(<ErrorSummary errors={errors} note="内容都已保存。" />);
  const box = attributes(html, 'class="esum"');
  expect(box).toMatchObject({ role: "alert", tabindex: "-1", autofocus: "" });
  expect(html).toContain(`<h2 id="${box["aria-labelledby"]}">有2处需要修改</h2>`);
  expect(html).toContain('<a href="#paid">实缴资本：应按“万元”填写</a>');
  expect(html).toContain('<a href="#pledge">股权质押：请说明质权人</a>');
  expect(html).toContain("内容都已保存。");
});

test("counts one in English, keeps a title it is given, and is absent without errors", () => {
  expect(render(<ErrorSummary errors={errors.slice(1)} />, "en")).toContain("1 answer needs a change");
  expect(render(<ErrorSummary errors={errors} title="这份申报还不能提交" />)).toContain("这份申报还不能提交");
  expect(render(<ErrorSummary errors={[]} />)).toBe("");
});
