import { render, toPlainText } from "react-email";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import { frameWords } from "./frame-words.ts";
import { Layout } from "./layout.tsx";
import type { Frame, Letter } from "./letter.ts";
import type { MailFields } from "./mail-fields.ts";
import { templates } from "./templates.ts";

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** The mail as it will be sent: subject, HTML and a text that stands alone. */
export async function renderMail<T extends MailTemplate>(
  template: T,
  fields: MailFields[T],
  frame: Frame,
): Promise<RenderedMail> {
  const letter = templates[template](fields, frame);
  const subject = subjectOf(letter, frame);
  const html = await render(<Layout letter={letter} frame={frame} subject={subject} />);
  return { subject, html, text: plainText(html) };
}

function subjectOf({ title, reference }: Letter, { locale, isTest }: Frame): string {
  const ending = locale === "zh" ? `（${reference}）` : ` (${reference})`;
  const subject = reference ? title + ending : title;
  const line = subject.replace(/\s+/g, " ").trim();
  return isTest ? frameWords[locale].testSubject({ subject: line }) : line;
}

type TextOptions = NonNullable<Parameters<typeof toPlainText>[1]>;

/** The part of html-to-text's builder used here; the package brings no types. */
interface Builder {
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
  addInline(text: string, options?: { noWordTransform: boolean }): void;
  addLineBreak(): void;
}
interface Element {
  attribs: Record<string, string>;
  children: Element[];
}
type Formatter = (
  element: Element,
  walk: (children: Element[], builder: Builder) => void,
  builder: Builder,
) => void;

/** The button becomes a line of its own with the address beneath, whatever a program makes of links. */
const buttonLine: Formatter = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.addLineBreak();
  builder.addInline(element.attribs["href"] ?? "", { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** A cell that stands on one line with the next: `1. …`, `Number: …`. */
const leadCell: Formatter = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(element.attribs["data-after"] ?? "");
};

const textOptions: TextOptions = {
  formatters: { buttonLine, leadCell },
  selectors: [
    { selector: "h1", options: { uppercase: false, leadingLineBreaks: 1, trailingLineBreaks: 2 } },
    { selector: "a[data-text=button]", format: "buttonLine" },
    { selector: "td[data-text=inline]", format: "inline" },
    { selector: "td[data-text=lead]", format: "leadCell" },
    {
      selector: "tr[data-text=item]",
      format: "block",
      options: { leadingLineBreaks: 2, trailingLineBreaks: 2 },
    },
    {
      selector: "tr[data-text=row]",
      format: "block",
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    },
  ],
};

const plainText = (html: string): string =>
  `${toPlainText(html, textOptions)
    .replace(/[\u200b-\u200d\ufeff\u200a\u00a0]/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
