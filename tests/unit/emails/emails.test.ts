import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { describe, expect, it } from "vitest";
import { type MailTemplate, mailTemplates, tokenTemplates } from "#app/domain/notifications/mail-template.ts";
import type { Frame } from "#emails/letter.ts";
import type { MailFields } from "#emails/mail-fields.ts";
import { renderMail } from "#emails/render-mail.tsx";
import { exampleFields } from "./example-fields.ts";

const baseUrl = "https://portal.example.cn";
const frameOf = (locale: "zh" | "en"): Frame => ({
  locale,
  name: locale === "zh" ? "赵示例" : "Zhao Example",
  baseUrl,
  at: "2026-11-24T02:12:00.000Z",
  demo: false,
});
const render = <T extends MailTemplate>(
  template: T,
  locale: "zh" | "en",
  fields: MailFields[T] = exampleFields[template],
) => renderMail(template, fields, frameOf(locale));

/** Through the wire format and back, as a mail program reads it. */
async function parsed(template: MailTemplate, locale: "zh" | "en") {
  const mail = await render(template, locale);
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({
    from: "portal@example.cn",
    to: "reader@example.com",
    ...mail,
  });
  const read = await simpleParser(message as Buffer);
  return { mail, subject: read.subject ?? "", html: String(read.html), text: read.text ?? "" };
}

const every = mailTemplates.flatMap((template) => [[template, "zh"] as const, [template, "en"] as const]);

describe.each(every)("%s in %s", (template, locale) => {
  it("survives the way through a mail program unchanged", async () => {
    const { mail, subject, html, text } = await parsed(template, locale);
    expect(subject).toBe(mail.subject);
    expect(html.trim()).toBe(mail.html.trim());
    expect(text.trim()).toBe(mail.text.trim());
  });

  it("is in its language throughout", async () => {
    const { subject, html, text } = await parsed(template, locale);
    expect(html).toContain(`lang="${locale === "zh" ? "zh-CN" : "en"}"`);
    const own = withoutExamples(`${subject}\n${preheaderOf(html)}\n${text}`);
    if (locale === "en") expect(own).not.toMatch(/\p{Script=Han}/u);
    else
      expect(own.replace(/https?:\S+|SXIC\S+|SHA-256|UTC|[0-9a-f ]{20,}|C5|F08|D42|PDF/g, "")).not.toMatch(
        /[A-Za-z]{2,}/,
      );
  });

  it("keeps the words of the house", async () => {
    const { subject, html, text } = await parsed(template, locale);
    const own = withoutExamples(`${subject}\n${preheaderOf(html)}\n${text}`);
    expect(own).not.toMatch(
      /！|!|请注意|温馨提示|尊敬的|该项目|该申报|deadline|please note|undefined|NaN|\[object/i,
    );
    if (locale === "zh")
      expect(own.replace(/https?:\S+|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?|[0-9.]+,[0-9]/g, "")).not.toMatch(
        /[,;?]|:(?!\/\/)/,
      );
    expect(subject.length).toBeLessThanOrEqual(locale === "zh" ? 60 : 100);
  });

  it("names in the subject no person, no company, no project and no score", async () => {
    const { subject, html } = await parsed(template, locale);
    const preheader = preheaderOf(html);
    expect(preheader.length).toBeGreaterThan(5);
    for (const shown of [subject, preheader])
      expect(shown).not.toMatch(/赵|周某|郑|Zhao|甲子|Jiazi|8英寸|SiC|12,000|RMB/);
  });

  it("has one heading, the subject's words, and links that are whole", async () => {
    const { subject, html, text } = await parsed(template, locale);
    const headings = [...html.matchAll(/<h1[^>]*>([^<]*)<\/h1>/g)].map((match) => match[1] ?? "");
    expect(headings).toHaveLength(1);
    expect(unescaped(subject).startsWith(unescaped(headings[0] ?? "?"))).toBe(true);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.startsWith(`${baseUrl}/`), link).toBe(true);
      expect(link).not.toMatch(/undefined|null|\/\/\w+\/\//);
      expect(text).toContain(link);
    }
    expect(html.match(/data-text="button"/g) ?? []).toHaveLength(1);
    expect(text).toContain(`${baseUrl}/contact`);
  });

  it("holds in old mail programs: tables, inline hex, no image, no script, small", async () => {
    const { html } = await parsed(template, locale);
    expect(html).not.toMatch(/<img|<script|<svg|url\(|var\(|rgb\(|oklch|flex|grid/);
    expect(html).toContain("max-width:600px");
    expect(html.length).toBeLessThan(20_000);
  });
});

/** Names, titles and reasons are what people typed, in whatever language. */
function withoutExamples(text: string): string {
  const typed: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") typed.push(...value.split("\n"));
    else if (value && typeof value === "object") Object.values(value).forEach(collect);
  };
  collect(exampleFields);
  typed.push("赵示例", "Zhao Example");
  return typed
    .filter((each) => each.length > 2)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, each) => rest.replaceAll(each, ""), text);
}

/** What an inbox shows beside the subject. */
const preheaderOf = (html: string): string => /data-skip-in-text="true">([^<]*)</.exec(html)?.[1] ?? "";

const unescaped = (text: string) =>
  text.replaceAll("&#x27;", "'").replaceAll("&amp;", "&").replaceAll("&quot;", '"');

describe("a mail", () => {
  it.each(tokenTemplates)("%s carries its link once as a button and once in full", async (template) => {
    const { html, text } = await render(template, "zh");
    const { token } = exampleFields[template];
    expect(html.split(token)).toHaveLength(3);
    expect(text.split(token)).toHaveLength(2);
  });

  it("cannot be bent by what people type", async () => {
    const evil = `<img src=x onerror=alert(1)>\r\nBcc: victim@example.com`;
    const { html, subject, text } = await render("correction-requested", "zh", {
      ...exampleFields["correction-requested"],
      application: {
        ...exampleFields["correction-requested"].application,
        title: { zh: evil, en: "" },
        number: evil,
      },
      items: [{ where: { zh: evil, en: "" }, reason: evil, wanted: evil }],
    });
    expect(html).not.toContain("<img");
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain("Bcc: victim@example.com");
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail({
      from: "a@example.cn",
      to: "b@example.com",
      subject,
      html,
      text,
    });
    const read = await simpleParser(message as Buffer);
    expect(read.bcc).toBeUndefined();
  });

  it("falls back to the other language's title rather than leaving a hole", async () => {
    const application = {
      ...exampleFields["formal-check-accepted"].application,
      title: { zh: "示例产线", en: "" },
    };
    const { text } = await render("formal-check-accepted", "en", {
      application,
      at: "2026-11-24T02:12:00.000Z",
    });
    expect(text).toContain("“示例产线”");
    const untitled = { ...application, title: { zh: "", en: "" } };
    const draft = await render("closing-soon", "zh", {
      ...exampleFields["closing-soon"],
      application: untitled,
    });
    expect(draft.text).toContain("未命名项目");
  });

  it("says the hour in Beijing, wherever the server stands", async () => {
    const { subject, text } = await render("correction-requested", "zh");
    expect(subject).toContain("12月1日（星期二）17:00前补正3处");
    expect(text).toContain("截止：2026年12月1日（星期二）17:00 北京时间（UTC+8）");
    const english = await render("correction-requested", "en");
    expect(english.text).toContain("Due: Tue 1 Dec 2026, 17:00 Beijing time (UTC+8)");
  });
});

it("says of a test what it is, in the subject and before anything else", async () => {
  for (const [locale, subject, sentence] of [
    ["zh", /^【测试】/, "不是真实申报"],
    ["en", /^\[TEST\] /, "not a real one"],
  ] as const) {
    const fields = exampleFields["application-submitted"];
    const mail = await renderMail("application-submitted", fields, { ...frameOf(locale), isTest: true });
    expect(mail.subject).toMatch(subject);
    expect(mail.html).toContain(sentence);
    expect(mail.text.indexOf(sentence)).toBeLessThan(mail.text.indexOf("2026"));
  }
});
