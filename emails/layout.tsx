import type { CSSProperties, ReactNode } from "react";
import { Body, Button, Container, Head, Heading, Html, Section, Text } from "react-email";
import { formatDateTime } from "#app/i18n/format.ts";
import { languageTag } from "#app/i18n/locale.ts";
import { frameWords } from "./frame-words.ts";
import type { Frame, Letter } from "./letter.ts";
import { Address, Facts } from "./parts.tsx";
import { colour, font } from "./style.ts";

const narrow = `@media (max-width:620px){.p{padding-left:20px!important;padding-right:20px!important}.h{font-size:21px!important;line-height:30px!important}}`;

/** 600 pixels, tables, inline colours, no image: it must hold in Outlook, QQ Mail and on paper. */
export function Layout({ letter, frame, subject }: { letter: Letter; frame: Frame; subject: string }) {
  const t = frameWords[frame.locale];
  const lang = languageTag[frame.locale];
  return (
    <Html lang={lang}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>{subject}</title>
        <style>{narrow}</style>
      </Head>
      <Body lang={lang} style={{ margin: 0, padding: "24px 8px", backgroundColor: colour.page }}>
        <div style={{ display: "none", maxHeight: 0, overflow: "hidden" }} data-skip-in-text="true">
          {letter.preheader}
        </div>
        <Container style={sheet}>
          <Part style={{ padding: "20px 36px", borderBottom: `1px solid ${colour.rule}` }}>
            <Text style={{ ...font, margin: 0, fontSize: 15, lineHeight: "22px" }}>
              <b>{t.fund}</b>
              <br />
              <span style={{ fontSize: 13, color: colour.muted }}>{t.sender}</span>
            </Text>
          </Part>
          {frame.isTest && (
            <Part style={{ padding: "14px 36px", backgroundColor: colour.ink }}>
              <Text style={{ ...font, margin: 0, fontSize: 15, lineHeight: "22px", color: colour.sheet }}>
                <b>{t.test}</b>
              </Text>
            </Part>
          )}
          <Part style={{ padding: "28px 36px 0" }}>
            <Text style={{ ...font, margin: 0, fontSize: 14, lineHeight: "22px", color: colour.muted }}>
              {letter.kind}
              {letter.reference ? ` ${letter.reference}` : ""}
            </Text>
            <Heading as="h1" className="h" style={heading}>
              {letter.title}
            </Heading>
            <Text style={{ ...font, margin: "18px 0 0", fontSize: 16, lineHeight: "28px" }}>
              {t.greeting({ name: frame.name })}
            </Text>
            {letter.body}
          </Part>
          {letter.button && <Action {...letter.button} frame={frame} />}
          {letter.facts && letter.facts.length > 0 && (
            <Part style={{ padding: "20px 36px 0" }}>
              <Facts facts={letter.facts} />
            </Part>
          )}
          <Part style={{ padding: "28px 36px 0" }}>{null}</Part>
          <Footer letter={letter} frame={frame} />
        </Container>
      </Body>
    </Html>
  );
}

function Action({ label, path, frame }: { label: string; path: string; frame: Frame }) {
  const href = frame.baseUrl + path;
  return (
    <Part style={{ padding: "22px 36px 0" }}>
      <Button href={href} target="_self" style={button} data-text="button">
        {label}
      </Button>
      <Text style={{ ...small, margin: "12px 0 0" }} data-skip-in-text="true">
        {frameWords[frame.locale].copyAddress}
        <br />
        <span style={{ color: colour.accent, wordBreak: "break-all" }}>{href}</span>
      </Text>
    </Part>
  );
}

function Footer({ letter, frame }: { letter: Letter; frame: Frame }) {
  const t = frameWords[frame.locale];
  return (
    <Part
      style={{
        padding: "18px 36px 24px",
        borderTop: `1px solid ${colour.rule}`,
        backgroundColor: colour.page,
      }}
    >
      <Text style={{ ...small, margin: 0 }}>
        {t.signed({ at: formatDateTime(frame.locale, frame.at) })}
        <br />
        {t.doNotReply}
        <br />
        {t.contact}
        <Address href={`${frame.baseUrl}/contact`} />
        <br />
        {letter.why}
        {frame.demo && (
          <>
            <br />
            {t.demo}
          </>
        )}
      </Text>
    </Part>
  );
}

const Part = ({ style, children }: { style: CSSProperties; children: ReactNode }) => (
  <Section tdClassName="p" style={style}>
    {children}
  </Section>
);

const sheet: CSSProperties = {
  width: "100%",
  maxWidth: 600,
  backgroundColor: colour.sheet,
  borderTop: `4px solid ${colour.ink}`,
};

const heading: CSSProperties = {
  ...font,
  margin: "4px 0 0",
  fontSize: 24,
  lineHeight: "34px",
  fontWeight: "bold",
};

const small: CSSProperties = { ...font, fontSize: 13, lineHeight: "21px", color: colour.muted };

const button: CSSProperties = {
  ...font,
  padding: "14px 26px",
  backgroundColor: colour.accent,
  color: colour.sheet,
  borderRadius: 4,
  fontSize: 16,
  fontWeight: "bold",
};
