import { test as base, type BrowserContext, expect, type Page } from "@playwright/test";
import { rm } from "node:fs/promises";
import { copyOfTemplate } from "./e2e-setup.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";
import { freePort, type PortalProcess, startPortal } from "./portal-process.ts";

export interface Portal {
  readonly url: string;
  readonly dataDir: string;
  readonly mailbox: Mailbox;
  /** Stops the process and starts it again on the same data. */
  restart(): Promise<void>;
}

export interface Visitor {
  context: BrowserContext;
  page: Page;
}

interface Options {
  template: "office" | "demo";
  language: "zh" | "en";
  scripts: boolean;
  portalEnv: NodeJS.ProcessEnv;
}

interface Fixtures {
  /** A portal process of this test alone, on a copy of the template. */
  portal: Portal;
  /** A browser of somebody's own; whatever it complains of fails the test. */
  visit(more?: { width?: number; language?: "zh" | "en"; scripts?: boolean }): Promise<Visitor>;
}

export const test = base.extend<Options & Fixtures>({
  template: ["office", { option: true }],
  language: ["zh", { option: true }],
  scripts: [true, { option: true }],
  portalEnv: [{}, { option: true }],

  portal: async ({ template, portalEnv }, use, info) => {
    const dataDir = await copyOfTemplate(template);
    const mailbox = await openMailbox();
    const port = await freePort(4150 + info.parallelIndex * 20);
    const env = { SMTP_URL: mailbox.url, ...(template === "demo" ? { DEMO: "1" } : {}), ...portalEnv };
    let process: PortalProcess = await startPortal({ dataDir, port, env });
    await use({
      url: process.url,
      dataDir,
      mailbox,
      async restart() {
        await process.stop();
        process = await startPortal({ dataDir, port, env });
      },
    });
    await process.stop();
    await mailbox.close();
    const log = process.log();
    await rm(dataDir, { recursive: true, force: true });
    expect(log, "the portal's own log").not.toMatch(/"level":(50|60)/);
  },

  visit: async ({ browser, portal, language, scripts }, use) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (more = {}) => {
      const lang = more.language ?? language;
      const context = await browser.newContext({
        baseURL: portal.url,
        javaScriptEnabled: more.scripts ?? scripts,
        viewport: { width: more.width ?? 1280, height: 900 },
        locale: lang === "zh" ? "zh-CN" : "en-GB",
        timezoneId: "Asia/Shanghai",
      });
      contexts.push(context);
      context.setDefaultTimeout(30_000);
      // As if they had chosen it once: it outlives a sign-in, whatever language the account was made in.
      await context.addCookies([{ name: "lang", value: lang, url: portal.url }]);
      context.on("page", (page) => listen(page, complaints));
      return { context, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
    expect(complaints, "what the browser complained of").toEqual([]);
  },
});

/** Console errors, uncaught errors, refused content and requests to anywhere else. */
function listen(page: Page, complaints: string[]) {
  page.on("console", (message) => {
    if (message.type() === "error" && !isExpectedStatus(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(http:\/\/localhost:|data:|blob:)/.test(request.url()))
      complaints.push(`asked for ${request.url()}`);
  });
}

/** A page that says what is wrong is an answer with a 4xx status; the browser reports each as an error. */
const isExpectedStatus = (text: string): boolean =>
  /status of (400|401|404|409|413|422|429) /.test(text) ||
  /net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)/.test(text);

export { expect };
