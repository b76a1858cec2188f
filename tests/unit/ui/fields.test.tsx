import { describe, expect, test } from "vitest";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { FileList } from "#app/ui/file-list.tsx";
import { MoneyInput } from "#app/ui/money-input.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { attributes, count, render, startTags, visibleText } from "./render.tsx";

const basics = { id: "f-zip", name: "zip", label: "邮政编码" };

describe("wiring of a field", () => {
  test("a plain field: label points at the control, nothing describes it", () => {
    const html = render(<TextInput {...basics} defaultValue="0300" />);
    expect(html).toContain('<label for="f-zip">邮政编码</label>');
    const input = attributes(html, "<input");
    expect(input).toMatchObject({ id: "f-zip", name: "zip", type: "text", value: "0300" });
    expect(input).not.toHaveProperty("aria-invalid");
    expect(input).not.toHaveProperty("aria-describedby");
    expect(html).not.toContain("field--error");
  });

  test("hint, then error, then the control, which both describe", () => {
    const html = render(
      <TextInput {...basics} hint="与营业执照一致。" errors={["请填6位数字，例如030000"]} />,
    );
    const input = attributes(html, "<input");
    expect(input["aria-invalid"]).toBe("true");
    expect(input["aria-describedby"]).toBe("f-zip-description f-zip-error");
    expect(attributes(html, 'id="f-zip-description"')).toBeTruthy();
    expect(attributes(html, 'id="f-zip-error"')).toBeTruthy();
    expect(attributes(html, 'id="f-zip-field"')["class"]).toBe("field field--error");
    expect(html.indexOf("与营业执照一致")).toBeLessThan(html.indexOf("请填6位数字"));
    expect(html.indexOf("请填6位数字")).toBeLessThan(html.indexOf("<input"));
  });

  test("every error is shown with its glyph and a spoken prefix", () => {
    const html = render(<TextInput {...basics} errors={["请填6位数字", "不能是000000"]} />);
    expect(count(html, 'class="err"')).toBe(2);
    expect(count(html, '<span class="sr-only">错误：</span>')).toBe(2);
    expect(count(html, "<svg")).toBe(2);
    expect(render(<TextInput {...basics} errors={["Six digits"]} />, "en")).toContain("Error: ");
  });

  test("optional is said in words, required is not marked at all", () => {
    expect(visibleText(render(<TextInput {...basics} optional />))).toBe("邮政编码（可不填）");
    expect(visibleText(render(<TextInput {...basics} label="Postcode" optional />, "en"))).toBe(
      "Postcode (optional)",
    );
    expect(render(<TextInput {...basics} />)).not.toMatch(/\*|required/);
  });

  test("what was typed stays beside its error", () => {
    const html = render(<TextInput {...basics} defaultValue='"0300"' errors={["请填6位数字"]} />);
    expect(attributes(html, "<input")["value"]).toBe("&quot;0300&quot;");
  });

  test("further attributes reach the control, its identity stays the field's", () => {
    const html = render(
      <TextInput {...basics} control={{ autoComplete: "postal-code", "data-path": "zip" }} />,
    );
    expect(attributes(html, "<input")).toMatchObject({
      id: "f-zip",
      name: "zip",
      autoComplete: "postal-code",
      "data-path": "zip",
    });
  });
});

describe("text area", () => {
  test("the count describes the box and turns red past the limit", () => {
    const within = render(<TextArea {...basics} count={{ used: 16, limit: 300 }} />);
    expect(attributes(within, "<textarea")["aria-describedby"]).toBe("f-zip-count");
    expect(attributes(within, "data-count-of")).toMatchObject({
      "data-limit": "300",
      class: "hint mt-1 text-end",
    });
    expect(within).toContain("16 / 300字");
    const past = render(<TextArea {...basics} count={{ used: 301, limit: 300, unit: "words" }} />, "en");
    expect(past).toContain("301 / 300 words");
    expect(attributes(past, "data-count-of")["class"]).toContain("st-bad");
  });
});

describe("money", () => {
  test.each([
    ["12,000.00", "＝ <b>1.2亿元</b>"],
    ["116,000,000.00", "＝ <b>11,600亿元</b>"],
  ])("%s万元 reads %s", (typed, readout) => {
    expect(render(<MoneyInput {...basics} defaultValue={typed} />)).toContain(readout);
  });

  test.each(["", "120", "一千", "12,5"])("nothing is read out beside %j", (typed) => {
    expect(render(<MoneyInput {...basics} defaultValue={typed} />)).toMatch(/id="f-zip-readout"><\/span>/);
  });

  test("in English the unit is ten thousand yuan and the amount is in millions", () => {
    const html = render(<MoneyInput {...basics} defaultValue="12,000.00" />, "en");
    expect(html).toContain("<span>RMB 10k</span>");
    expect(html).toContain("= <b>RMB 120 million</b>");
  });

  test("the box knows its readout", () => {
    expect(attributes(render(<MoneyInput {...basics} />), "<input")["data-money"]).toBe("f-zip-readout");
  });
});

describe("date", () => {
  test.each([
    ["date", "2027-01-15"],
    ["datetime-local", "2027-01-15T17:00"],
    ["month", "2027-01"],
  ] as const)("a %s the browser can read is in its own control", (kind, value) => {
    const input = attributes(render(<DateInput {...basics} kind={kind} defaultValue={value} />), "<input");
    expect(input).toMatchObject({ type: kind, value });
  });

  test.each(["二零二八年", "2027-02-45", "15/01/2027"])(
    "%s is kept as text, with the format beside it",
    (typed) => {
      const html = render(<DateInput {...basics} defaultValue={typed} />);
      expect(attributes(html, "<input")).toMatchObject({
        type: "text",
        value: typed,
        "aria-describedby": "f-zip-description",
      });
      expect(html).toContain("格式：2027-01-15");
    },
  );
});

describe("choices", () => {
  const options = [
    { value: "no", label: "没有" },
    { value: "yes", label: "有", hint: "包括代持", reveal: <TextInput id="why" name="why" label="请说明" /> },
  ];

  test("radio buttons: one question, the first carries the id a link to the error leads to", () => {
    const html = render(
      <RadioGroup
        {...basics}
        label="有质押吗？"
        options={options}
        defaultValue="yes"
        errors={["请选一项"]}
      />,
    );
    expect(html).toContain("<legend>有质押吗？</legend>");
    expect(attributes(html, "<fieldset")["aria-describedby"]).toBe("f-zip-error");
    const radios = startTags(html).filter((tag) => tag.includes('type="radio"'));
    expect(radios.map((tag) => attributes(tag, "<input")["id"])).toEqual(["f-zip", "f-zip-2"]);
    expect(radios.map((tag) => tag.includes("checked"))).toEqual([false, true]);
    expect(attributes(radios[1] ?? "", "<input")).toMatchObject({
      "aria-describedby": "f-zip-2-description",
      "data-reveals": "f-zip-2-reveal",
    });
    expect(html.indexOf('id="f-zip-2-reveal"')).toBeLessThan(html.indexOf('id="why"'));
  });

  test("check boxes: several may be chosen, all under one name", () => {
    const html = render(<CheckboxGroup {...basics} options={options} defaultValues={["no", "yes"]} />);
    const boxes = startTags(html).filter((tag) => tag.includes('type="checkbox"'));
    expect(boxes).toHaveLength(2);
    for (const box of boxes) {
      expect(box).toContain('name="zip"');
      expect(box).toContain("checked");
    }
  });

  test("a single statement keeps its own error", () => {
    const html = render(<Checkbox {...basics} label="材料中不含国家秘密" errors={["提交前须同意这一条"]} />);
    expect(attributes(html, "<input")).toMatchObject({ value: "on", "aria-describedby": "f-zip-error" });
    expect(html).toContain('<label class="choice" for="f-zip">');
  });

  test("a drop-down begins with no answer, unless every choice is one", () => {
    const cities = [{ label: "省内", options: [{ value: "xz", label: "忻州市" }] }];
    const html = render(<Select {...basics} options={cities} />);
    expect(html).toContain('<option value="" selected="">请选择</option>');
    expect(html).toContain('<optgroup label="省内"><option value="xz">忻州市</option></optgroup>');
    expect(render(<Select {...basics} options={cities} empty={false} defaultValue="xz" />)).not.toContain(
      'value=""',
    );
  });
});

describe("files", () => {
  test("those already there stand above the control that adds to them", () => {
    const files = [{ key: "a", name: "股权结构图.pdf", href: "/files/a", details: "1.8 MB" }];
    const html = render(
      <FileInput {...basics} multiple accept="application/pdf">
        <FileList files={files} />
      </FileInput>,
    );
    expect(html).toContain('<a href="/files/a">股权结构图.pdf</a>');
    expect(html.indexOf("股权结构图.pdf")).toBeLessThan(html.indexOf('type="file"'));
    expect(render(<FileList files={[]} />)).toBe("");
  });
});
