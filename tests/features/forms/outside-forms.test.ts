import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { draftStamp } from "#app/domain/applications/draft/draft-stamp.ts";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { sampleAnswers } from "#app/domain/forms/sample-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { startApplication } from "#app/features/applications/start-application.ts";
import { submitApplication } from "#app/features/applications/submit-application.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { copyFile } from "#app/features/files/copy-file.ts";
import { assignFormDraft } from "#app/features/forms/assign-form-draft.ts";
import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { publishFormDraft } from "#app/features/forms/publish-form-draft.ts";
import { startFormDraft } from "#app/features/forms/start-form-draft.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import {
  type OutsideForm,
  outsideApplications,
  outsideForms,
} from "#tests/world/outside-forms/outside-applications.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { pdfOf } from "#tests/support/pdf-of.ts";
import { addCompany, addStaff, registerPerson } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";
import { zip } from "#tests/support/zip.ts";

const before = new Date("2026-10-31T00:00:00.000Z");
const opensAt = "2026-11-01T00:00:00.000Z";
/** A call for each form, none of them open while its form is published. */
const callOf: Record<OutsideForm, string> = {
  "uk-innovation": "C7",
  "eu-accelerator": "C8",
  "us-chips": "C9",
};

describe.each(DIALECTS)("forms of other funders on %s", (dialect) => {
  let portal: TestPortal;
  let officer: PersonActor;
  let administrator: PersonActor;
  let owner: PersonActor;
  let companyId: string;
  beforeAll(async () => {
    portal = await testPortal(dialect);
    portal.now = before;
    const times = Object.fromEntries(
      Object.values(callOf).map((code) => [code, { opensAt, closesAt: null }]),
    );
    await installProgramme(portal.ctx(system), programmeYear, fundProgramme, times);
    officer = (await addStaff(portal, "officer@fund.example", "officer")).actor;
    administrator = (await addStaff(portal, "administrator@fund.example", "administrator")).actor;
    const company = await addCompany(portal, await registerPerson(portal, "owner@example.com"));
    [companyId, owner] = [company.companyId, company.owner.actor];
  });
  afterAll(() => portal.destroy());

  async function published(name: OutsideForm): Promise<string> {
    portal.now = before;
    const { definition } = outsideApplications.find(({ code }) => code === name)!;
    const { id: callId } = await portal.db.read
      .selectFrom("call")
      .select("id")
      .where("code", "=", callOf[name])
      .executeTakeFirstOrThrow();
    const started = await startFormDraft(portal.ctx(officer), {
      callId: null,
      source: { kind: "file", definition },
    });
    if (!started.ok) return expect.fail(started.reason);
    const { draftId } = started;
    expect(await assignFormDraft(portal.ctx(officer), { draftId, callId })).toEqual({ ok: true });
    const { version } = (await findFormDraft(portal.ctx(officer), draftId))!;
    expect(await publishFormDraft(portal.ctx(administrator), { draftId, version })).toMatchObject({
      ok: true,
    });
    portal.now = new Date(Date.parse(opensAt) + 3_600_000);
    return callId;
  }

  async function filled(
    callId: string,
    answers: RawAnswers,
  ): Promise<{ id: string; definition: FormDefinition }> {
    const started = await startApplication(portal.ctx(owner), { callId, companyId });
    if (!started.ok) return expect.fail(started.reason);
    const id = started.applicationId;
    const { definition } = (await findDraft(portal.ctx(owner), id))!;
    const form = compileForm(definition);
    for (const { section, questions } of form.sections) {
      const keys = new Set(questions.map(({ field }) => field.key));
      const own = Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
      const operations = differenceOfAnswers({}, own)
        .filter((each) => each.kind === "set" || !form.questionByKey.get(each.table)?.fixedRows)
        .map((each) => ({ ...each, opId: randomUUID(), baseVersion: 0 }));
      const saved = await saveAnswers(portal.ctx(owner), {
        applicationId: id,
        sectionKey: section.key,
        operations,
      });
      if (!saved.ok) return expect.fail(`${section.key}: ${saved.reason}`);
      for (const { field } of questions)
        if (field.type === "file" && field.required !== undefined && field.required !== false)
          expect(await attach(id, field.key, field.accept[0] ?? "pdf", 2), field.key).toMatchObject({
            ok: true,
          });
    }
    return { id, definition };
  }

  const attach = (applicationId: string, questionKey: string, extension: string, pages: number) =>
    addFile(portal.ctx(owner), {
      ...{ applicationId, questionKey, fileName: `${questionKey}.${extension}` },
      content: Readable.from([extension === "pdf" ? pdfOf(pages, questionKey) : workbook()]),
    });

  it.each(outsideForms)("%s is published, filled in, submitted and read again", async (name) => {
    const { answers } = outsideApplications.find(({ code }) => code === name)!;
    const { id, definition } = await filled(await published(name), answers);
    const draft = (await findDraft(portal.ctx(owner), id))!;
    const check = checkApplication(definition, draft.raw, draft.env);
    expect(check.issues).toEqual([]);
    const result = await submitApplication(portal.ctx(owner), {
      ...{ applicationId: id, signedName: "赵敏", declared: [], idempotencyKey: randomUUID() },
      seen: draftStamp(draft.sections.values(), draft.files),
    });
    expect(result).toMatchObject({ ok: true });
    const kept = (await findSubmission(portal.ctx(officer), { applicationId: id }))!;
    expect(kept.definition).toEqual(definition);
    expect(
      Object.values(kept.env.files)
        .flat()
        .filter(({ name: file }) => file.endsWith(".pdf")),
    ).toSatisfy((files: { pages?: number }[]) => files.length > 0 && files.every(({ pages }) => pages === 2));
  });

  it.each(outsideForms)("%s takes every sample answer", async (name) => {
    const callId = await portal.db.read
      .selectFrom("call")
      .select("id")
      .where("code", "=", callOf[name])
      .executeTakeFirstOrThrow();
    const { definition } = outsideApplications.find(({ code }) => code === name)!;
    const { id } = await filled(callId.id, sampleAnswers(definition, "2026-11-01"));
    const draft = (await findDraft(portal.ctx(owner), id))!;
    const faults = checkApplication(draft.definition, draft.raw, draft.env).issues;
    // What they mean together is nobody's project: the form's own rules may say so, its questions may not.
    expect(faults.filter(({ code }) => code !== "rule")).toEqual([]);
  });

  it("a PDF with too many pages is refused with their number and leaves nothing behind", async () => {
    const { id: callId } = await portal.db.read
      .selectFrom("call")
      .select("id")
      .where("code", "=", "C8")
      .executeTakeFirstOrThrow();
    const started = await startApplication(portal.ctx(owner), { callId, companyId });
    if (!started.ok) return expect.fail(started.reason);
    const id = started.applicationId;
    const count = async () => (await Array.fromAsync(portal.files.list())).length;
    const stored = await count();
    expect(await attach(id, "deck", "pdf", 11)).toEqual({ ok: false, reason: "too-many-pages", pages: 11 });
    const unreadable = Readable.from([Buffer.from("%PDF-1.4\ntrailer\n<<>>\n%%EOF\n")]);
    expect(
      await addFile(portal.ctx(owner), {
        ...{ applicationId: id, questionKey: "deck", fileName: "deck.pdf", content: unreadable },
      }),
    ).toMatchObject({ ok: false, reason: "pages-unreadable" });
    expect(await count()).toBe(stored);
    expect(await attach(id, "deck", "pdf", 10)).toMatchObject({ ok: true });
    expect((await findDraft(portal.ctx(owner), id))!.files).toMatchObject([{ pages: 10 }]);
    const [file] = (await findDraft(portal.ctx(owner), id))!.files;
    // As a large file stands that was uploaded where no number of pages was asked for.
    await portal.db.write((trx) =>
      trx.updateTable("file").set({ pages: null }).where("id", "=", file!.id).execute(),
    );
    const copy = { applicationId: id, questionKey: "deck", fileId: file!.id };
    expect(await copyFile(portal.ctx(owner), copy)).toEqual({ ok: false, reason: "pages_uncounted" });
  });
});

/** As much of a workbook as shows what it is. */
const workbook = (): Buffer =>
  zip([
    {
      name: "[Content_Types].xml",
      content:
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    { name: "xl/workbook.xml", content: "<workbook/>" },
  ]);
