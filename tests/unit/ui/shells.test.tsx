import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BackLink } from "#app/ui/back-link.tsx";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Account } from "#app/ui/site-link.ts";
import { StaffShell } from "#app/ui/staff-shell.tsx";
import { attributes, count, render } from "./render.tsx";

const frame = {
  nav: [
    { href: "/calls", label: "申报专题", current: true },
    { href: "/notices", label: "公示公告" },
  ],
  languageHref: "/en/calls",
  now: new Date("2026-12-09T06:03:00Z"),
  footerLinks: [{ href: "/contact", label: "联系基金办" }],
};
const visitor: Account = { kind: "visitor", signInHref: "/sign-in" };
const person: Account = { kind: "person", label: "李某（编辑）", signOutAction: "/sign-out" };

describe("page shell", () => {
  test("skip link first, one main, the fund is planned, Beijing's clock", () => {
    const html = render(
      <PageShell {...frame} account={visitor}>
        <h1>正文</h1>
      </PageShell>,
    );
    expect(html.startsWith('<a class="skip" href="#main">跳到正文</a>')).toBe(true);
    expect(count(html, '<main id="main"')).toBe(1);
    expect(html).toContain('<span class="planned">拟设立</span>');
    expect(html).toContain("北京时间 2026年12月9日（星期三）14:03");
    expect(attributes(html, "<time")["dateTime"]).toBe("2026-12-09T06:03:00.000Z");
    expect(count(html, 'href="/calls" aria-current="page"')).toBe(2);
    expect(html).not.toContain("演示环境");
  });

  test("the other language is named in itself, in the bar and in the menu", () => {
    const zh = render(
      <PageShell {...frame} account={visitor}>
        正文
      </PageShell>,
    );
    expect(count(zh, '<a lang="en" hrefLang="en" href="/en/calls">English</a>')).toBe(2);
    const en = render(
      <PageShell {...frame} account={visitor} demo>
        Text
      </PageShell>,
      "en",
    );
    expect(en).toContain('lang="zh-CN"');
    expect(en).toContain("中文</a>");
    expect(en).toContain("Wednesday 9 December 2026, 14:03 Beijing time (UTC+8)");
    expect(en).toContain("every company, person, amount and date is invented");
  });

  test("signing out is a form that posts, never a link", () => {
    const signedIn = render(
      <PageShell {...frame} account={person}>
        正文
      </PageShell>,
    );
    expect(count(signedIn, '<form action="/sign-out" method="post">')).toBe(2);
    expect(signedIn).not.toContain('href="/sign-out"');
    expect(signedIn).toContain("李某（编辑）");
    const signedOut = render(
      <PageShell {...frame} account={visitor}>
        正文
      </PageShell>,
    );
    expect(count(signedOut, 'href="/sign-in"')).toBe(2);
    expect(signedOut).not.toContain("<form");
  });
});

test("staff shell: counts on the rail, overdue ones marked, the current place named", () => {
  const html = render(
    <StaffShell
      audience="基金办"
      person="周某某 · 经办"
      now={frame.now}
      languageHref="/en"
      signOutAction="/sign-out"
      homeHref="/staff"
      rail={[
        { links: [{ href: "/staff", label: "工作台", current: true }] },
        {
          title: "办理",
          links: [
            { href: "/staff/check", label: "形式审查", count: 23, hot: true },
            { href: "/staff/none", label: "公示", count: 0 },
          ],
        },
      ]}
    >
      <h1>工作台</h1>
    </StaffShell>,
  );
  expect(html).toContain('<a href="/staff" aria-current="page">工作台</a>');
  expect(html).toContain('形式审查<span class="n n--hot">23</span>');
  expect(html).toContain('公示<span class="n">0</span>');
  expect(html).toContain("<h2>办理</h2>");
  expect(html).toContain('<main id="main" class="desk" tabindex="-1"><h1>工作台</h1>');
});

test("a browser script carries the nonce of its page", () => {
  expect(render(<BrowserScript name="section" />)).toBe(
    '<script type="module" nonce="n0nce" src="/assets/section-1a2b.js"></script>',
  );
});

test("parts that need a language say so when there is none", () => {
  expect(() => renderToStaticMarkup(<BrowserScript name="section" />)).toThrow("PageProvider");
  expect(renderToStaticMarkup(<BackLink href="/calls">全部专题</BackLink>)).toContain('href="/calls"');
});

test("every style sheet is part of the one the page loads, and print comes last", () => {
  const folder = new URL("../../../app/ui/styles/", import.meta.url);
  const imported = [
    ...readFileSync(new URL("app.css", folder), "utf8").matchAll(/@import "\.\/([\w-]+\.css)"/g),
  ].map(([, file]) => file);
  const present = readdirSync(folder).filter((file) => file !== "app.css");
  expect(imported.toSorted()).toEqual(present.toSorted());
  expect(imported.at(-1)).toBe("print.css");
});
