import { Fragment, type CSSProperties, type ReactNode } from "react";
import { Link, Text } from "react-email";
import type { Fact } from "./letter.ts";
import { colour, font } from "./style.ts";

const body: CSSProperties = { ...font, margin: "8px 0 0", fontSize: 16, lineHeight: "28px" };
const table = { role: "presentation", width: "100%", cellPadding: 0, cellSpacing: 0, border: 0 } as const;

export const Paragraph = ({ children }: { children: ReactNode }) => <Text style={body}>{children}</Text>;

/** A link that shows where it goes, so that it can be copied. */
export const Address = ({ href }: { href: string }) => (
  <Link
    href={href}
    target="_self"
    style={{ color: colour.accent, textDecoration: "underline", wordBreak: "break-all" }}
  >
    {href}
  </Link>
);

/** 截止 / 之后 / 逾期, one line each. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <Text style={{ ...body, margin: 0 }}>
    {facts.map(({ label, value }, index) => (
      <Fragment key={label}>
        {index > 0 && <br />}
        <b>{label}</b>
        {value}
      </Fragment>
    ))}
  </Text>
);

/** Numbered defects: where, what is wrong, what is wanted. */
export const Items = ({
  items,
}: {
  items: readonly { title: string; lines: string[]; wanted: string }[];
}) => (
  <table {...table} style={{ marginTop: 16 }}>
    <tbody>
      {items.map((item, index) => (
        <tr key={index} data-text="item">
          <td
            valign="top"
            width={28}
            style={{ ...cell, color: colour.muted }}
            data-text="lead"
            data-after=". "
          >
            {index + 1}
          </td>
          <td valign="top" style={cell} data-text="inline">
            <b>{item.title}</b>
            {item.lines.map((line, at) => (
              <Fragment key={at}>
                <br />
                {line}
              </Fragment>
            ))}
            {item.wanted !== "" && (
              <>
                <br />
                <span style={{ color: colour.muted }}>{item.wanted}</span>
              </>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Names and values of a receipt, hairlines between. */
export const Receipt = ({ rows, colon }: { rows: readonly (Fact & { code?: boolean })[]; colon: string }) => (
  <table {...table} style={{ marginTop: 16, borderBottom: `1px solid ${colour.rule}` }}>
    <tbody>
      {rows.map(({ label, value, code }) => (
        <tr key={label} data-text="row">
          <td
            valign="top"
            width={128}
            style={{ ...cell, padding: "8px 12px 8px 0", color: colour.muted }}
            data-text="lead"
            data-after={colon}
          >
            {label}
          </td>
          <td valign="top" style={{ ...cell, padding: "8px 0", ...(code ? mono : {}) }} data-text="inline">
            {value}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The office's own words, kept apart from the portal's. Line breaks stay. */
export const Quote = ({ label, children }: { label: string; children: string }) => (
  <table {...table} style={{ marginTop: 16 }}>
    <tbody>
      <tr>
        <td
          style={{
            ...font,
            fontSize: 16,
            lineHeight: "28px",
            padding: "0 0 0 16px",
            borderLeft: `3px solid ${colour.line}`,
          }}
        >
          <span style={{ color: colour.muted }}>{label}</span>
          {children.split(/\r?\n/).map((line, index) => (
            <Fragment key={index}>
              <br />
              {line}
            </Fragment>
          ))}
        </td>
      </tr>
    </tbody>
  </table>
);

const cell: CSSProperties = {
  ...font,
  fontSize: 16,
  lineHeight: "26px",
  padding: "12px 0",
  borderTop: `1px solid ${colour.rule}`,
};

const mono: CSSProperties = { fontFamily: "Consolas,Menlo,monospace", fontSize: 14 };
