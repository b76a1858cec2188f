import type { BrowserContext, Page } from "@playwright/test";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { axeFaults } from "#tests/support/axe.ts";
import { expect, type Portal, test } from "#tests/support/browser-test.ts";
import { journeyIn } from "#tests/support/journey-languages.ts";
import { sectionUrl } from "#tests/support/fill-application.ts";
import { createCompany, register, saved, signIn, signOut, startApplication } from "#tests/support/steps.ts";
import { exampleApplicant } from "#tests/world/example-answers-c5.ts";

const owner = { name: "赵示例", email: "owner@jiazi.example" };
const text = "国内需求年均增长在两成以上，“批量一致性”的产能不足需求的三分之一。";

const title = (page: Page) => page.locator('input[name="project_name_zh"]');
const significance = (page: Page) => page.locator('textarea[name="significance"]');
const mark = (page: Page) => page.locator("[data-saved-mark]").first();

async function begin(page: Page, portal: Portal): Promise<{ application: string; filing: string }> {
  await register(page, portal, owner);
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);
  const filing = sectionUrl(application, "filing");
  await page.goto(filing);
  await expect(significance(page)).toBeVisible();
  return { application, filing };
}

/** Everything this origin keeps, as text whatever it is encoded in. */
async function storedText(page: Page): Promise<{ boxes: number; text: string }> {
  return await page.evaluate(async () => {
    const decoder = new TextDecoder();
    let [boxes, text] = [0, JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name!);
        request.addEventListener("success", () => resolve(request.result));
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise<Record<string, unknown>[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.addEventListener("success", () => resolve(request.result as Record<string, unknown>[]));
        });
        boxes += all.length;
        for (const box of all)
          for (const value of Object.values(box))
            text +=
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? decoder.decode(value as ArrayBuffer)
                : String(value);
      }
      database.close();
    }
    return { boxes, text };
  });
}

async function crash(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
}

for (const language of journeyIn("zh"))
  test.describe(language, () => {
    test.use({ language });
    const t = sectionMessages[language];

    test("typing on without a connection: said to be kept here, in no readable form, saved on return", async ({
      portal,
      visit,
    }) => {
      const { page, context } = await visit();
      const { filing } = await begin(page, portal);
      await saved(page, () => title(page).fill("有网时填的名称"));
      await context.setOffline(true);
      await significance(page).pressSequentially(text.slice(0, 12));
      await significance(page).fill(text);
      await title(page).fill("断网后改的名称");
      await expect(mark(page)).toContainText(t.offlineKept);
      expect(await axeFaults(page)).toEqual([]);
      const stored = await storedText(page);
      expect(stored.boxes).toBe(1);
      for (const secret of [text.slice(0, 12), "断网后改的名称", "project_name_zh"])
        expect(stored.text).not.toContain(secret);

      await context.setOffline(false);
      await expect(mark(page)).toContainText(/\d\d:\d\d/);
      await expect.poll(async () => (await storedText(page)).boxes).toBe(0);
      await page.goto(filing);
      await expect(significance(page)).toHaveValue(text);
      await expect(title(page)).toHaveValue("断网后改的名称");
    });

    test("a tab that crashes without a connection loses nothing; any page of the application brings it back", async ({
      portal,
      visit,
    }) => {
      const { page, context } = await visit();
      const { application, filing } = await begin(page, portal);
      await context.setOffline(true);
      await significance(page).fill(text);
      await expect(mark(page)).toContainText(t.offlineKept);
      await crash(context, page);
      await context.setOffline(false);

      const again = await context.newPage();
      await again.goto(sectionUrl(application, "company"));
      await expect.poll(async () => (await storedText(again)).boxes).toBe(0);
      await again.goto(filing);
      await expect(significance(again)).toHaveValue(text);

      await context.setOffline(true);
      await title(again).fill("第二次断网时填的");
      await expect(mark(again)).toContainText(t.offlineKept);
      await crash(context, again);
      await context.setOffline(false);
      const third = await context.newPage();
      await third.goto(filing);
      await expect(title(third)).toHaveValue("第二次断网时填的");
    });
  });

for (const language of journeyIn("en"))
  test.describe(language, () => {
    test.use({ language });
    const t = sectionMessages[language];

    test("an open page goes on under the key of the next sign-in", async ({ portal, visit }) => {
      const { page, context } = await visit();
      const { filing } = await begin(page, portal);
      const cookies = await context.cookies();
      await context.clearCookies();
      await context.addCookies(cookies.filter(({ name }) => name === "lang"));
      await significance(page).fill(text);
      await expect(mark(page)).toContainText(t.signedOut);
      const tab = await context.newPage();
      await signIn(tab, owner.email);
      await tab.goto(filing);
      await expect(mark(page)).toContainText(/\d\d:\d\d/, { timeout: 15_000 });

      await context.setOffline(true);
      await title(page).fill("重新登录后断网时填的");
      await expect(mark(page)).toContainText(t.offlineKept);
      await crash(context, page);
      await context.setOffline(false);
      await tab.goto(filing);
      await expect(title(tab)).toHaveValue("重新登录后断网时填的");
      await expect(significance(tab)).toHaveValue(text);
    });

    test("without TLS nothing is written down, which is said, and everything is saved on return", async ({
      portal,
      visit,
    }) => {
      const { page, context } = await visit();
      await context.addInitScript(() => {
        Object.defineProperty(crypto, "subtle", { value: undefined });
        Object.defineProperty(crypto, "randomUUID", { value: undefined });
        Object.defineProperty(navigator, "locks", { value: undefined });
      });
      await begin(page, portal);
      await context.setOffline(true);
      await significance(page).fill(text);
      await expect(mark(page)).toContainText(t.offline);
      expect(await storedText(page)).toEqual({ boxes: 0, text: expect.not.stringContaining(text) });
      await context.setOffline(false);
      await expect(mark(page)).toContainText(/\d\d:\d\d/);
      await page.reload();
      await expect(significance(page)).toHaveValue(text);
    });
  });

test("what a colleague wrote while a tab lay crashed stands beside it until a person chooses", async ({
  portal,
  visit,
}) => {
  const { page, context } = await visit();
  const { filing } = await begin(page, portal);
  await context.setOffline(true);
  await title(page).fill("断网时写的名称");
  await expect(mark(page)).toContainText(sectionMessages.zh.offlineKept);
  await crash(context, page);
  await context.setOffline(false);

  const { page: elsewhere } = await visit();
  await signIn(elsewhere, owner.email);
  await elsewhere.goto(filing);
  await saved(elsewhere, () => title(elsewhere).fill("另一台机器上写的名称"));

  const again = await context.newPage();
  await again.goto(filing);
  const panel = again.locator("#project_name_zh-conflict");
  await expect(panel).toContainText("另一台机器上写的名称");
  await expect(title(again)).toHaveValue("断网时写的名称");
  expect(await axeFaults(again)).toEqual([]);
  await saved(again, () => panel.getByRole("button", { name: sectionMessages.zh.useMine }).click());
  await again.reload();
  await expect(title(again)).toHaveValue("断网时写的名称");
  expect((await storedText(again)).boxes).toBe(0);
});

test("signing out leaves nothing on the device, and a copy of it is worth nothing to the next person", async ({
  portal,
  visit,
}) => {
  const { page, context } = await visit();
  const { filing } = await begin(page, portal);
  await context.setOffline(true);
  await significance(page).fill(text);
  await expect(mark(page)).toContainText(sectionMessages.zh.offlineKept);
  await crash(context, page);
  const other = await context.newPage();
  await context.setOffline(false);
  await other.goto("/calls");
  const copy = await copyOfBoxes(other);
  expect(copy).toHaveLength(1);
  await signOut(other);
  expect((await storedText(other)).boxes).toBe(0);

  await putBack(other, copy);
  await signIn(other, owner.email);
  await other.goto(filing);
  await expect.poll(async () => (await storedText(other)).boxes).toBe(0);
  await other.reload();
  await expect(significance(other)).toHaveValue("");
});

/** As somebody with the device in hand might. */
const copyOfBoxes = (page: Page): Promise<{ id: string; keyId: string; iv: number[]; sealed: number[] }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("drafts");
        request.addEventListener("success", () => {
          const all = request.result.transaction("boxes").objectStore("boxes").getAll();
          all.addEventListener("success", () => {
            request.result.close();
            resolve(
              (all.result as { id: string; keyId: string; iv: Uint8Array; sealed: ArrayBuffer }[]).map(
                ({ id, keyId, iv, sealed }) => ({
                  ...{ id, keyId, iv: [...iv], sealed: [...new Uint8Array(sealed)] },
                }),
              ),
            );
          });
        });
      }),
  );

const putBack = (page: Page, copy: Awaited<ReturnType<typeof copyOfBoxes>>): Promise<void> =>
  page.evaluate(
    (boxes) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("drafts", 1);
        request.addEventListener("upgradeneeded", () =>
          request.result.createObjectStore("boxes", { keyPath: "id" }),
        );
        request.addEventListener("success", () => {
          const transaction = request.result.transaction("boxes", "readwrite");
          for (const { id, keyId, iv, sealed } of boxes)
            transaction.objectStore("boxes").put({
              ...{ id, keyId, iv: new Uint8Array(iv), sealed: new Uint8Array(sealed).buffer },
            });
          transaction.addEventListener("complete", () => {
            request.result.close();
            resolve();
          });
        });
      }),
    copy,
  );
