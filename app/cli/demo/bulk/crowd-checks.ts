import { workingCalendar, workingDayDeadline } from "#app/domain/shared/working-days.ts";
import { correctionWorkingDays } from "#app/domain/applications/formal-check.ts";
import { holidayYears } from "#db/programme/holidays.ts";
import { newId } from "#app/platform/new-id.ts";
import { refusals } from "#db/demo/office-texts.ts";
import { checklist } from "../judging.ts";
import { pick } from "../stage.ts";
import { enter, type Life } from "./crowd-ground.ts";

const calendar = workingCalendar(holidayYears);

/** The formal check of a submitted application, as far as it has come. */
export function checkLife(life: Life): void {
  const { application, ground, officer, submissionId } = life;
  const { share, age, draw, turn } = application;
  const isLate = share.state === "formal_review" || share.state === "supplement_required";
  const opened = isLate ? Math.min(age - 1, 4 + draw() * 3) : age - 4;
  const openedAt = ground.moments.office(opened, 30 + draw() * 200).toISOString();
  const id = newId();
  life.officerId = officer.personId;
  enter(life, "formal_review", openedAt);
  const subject = { kind: "formal_check", id };
  life.record(openedAt, {
    ...{ actor: officer, type: "formal_check.started", subject },
    data: { round: 0, submissionId },
  });
  const decidedAt = ground.moments.office(Math.max(opened - 1, 0.5), 240 + draw() * 200).toISOString();
  const row = {
    ...{ id, application_id: application.id, submission_id: submissionId },
    ...{ officer_id: officer.personId, reason_text: "" },
  };
  switch (share.state) {
    case "formal_review":
      return life.sheaf.add("formal_check", {
        ...{ ...row, checklist: "{}", result: "open", opened_at: openedAt, version: 1 },
      });
    case "supplement_required":
      return sendBack(life, row, openedAt, decidedAt, turn);
    case "not_accepted":
      return refuse(life, row, openedAt, decidedAt, turn);
    default:
      life.sheaf.add("formal_check", {
        ...{ ...row, checklist: JSON.stringify(checklist()), result: "accepted", version: 2 },
        ...{ opened_at: openedAt, decided_at: decidedAt },
      });
      enter(life, "expert_review", decidedAt);
      life.record(decidedAt, {
        ...{ actor: officer, type: "formal_check.accepted", subject },
        data: { submissionId },
      });
  }
}

interface CheckRow {
  id: string;
  application_id: string;
  submission_id: string;
  officer_id: string;
  reason_text: string;
}

function sendBack(life: Life, row: CheckRow, openedAt: string, decidedAt: string, which: number): void {
  const { sheaf, officer } = life;
  const defects = pick(life.ground.defects, which);
  const marked = checklist({ F08: defects.map(({ reason }) => reason).join("") });
  const dueAt = workingDayDeadline(new Date(decidedAt), correctionWorkingDays, calendar).toISOString();
  sheaf.add("formal_check", {
    ...{ ...row, checklist: JSON.stringify(marked), result: "correction", version: 2 },
    ...{ opened_at: openedAt, decided_at: decidedAt },
  });
  for (const { sectionKey, questionKey, reason, wanted } of defects)
    sheaf.add("correction_item", {
      ...{ id: newId(), application_id: row.application_id, round: 1, section_key: sectionKey },
      ...{ question_key: questionKey, reason, wanted, created_by: officer.personId, created_at: decidedAt },
    });
  life.round = 1;
  life.dueAt = dueAt;
  enter(life, "supplement_required", decidedAt);
  life.record(decidedAt, {
    ...{ actor: officer, type: "formal_check.correction_requested" },
    subject: { kind: "formal_check", id: row.id },
    data: { round: 1, dueAt, items: defects.length },
  });
}

function refuse(life: Life, row: CheckRow, openedAt: string, decidedAt: string, which: number): void {
  const { code, note, text } = pick(refusals, which);
  life.sheaf.add("formal_check", {
    ...{ ...row, checklist: JSON.stringify(checklist({ [code]: note })), result: "not_accepted", version: 2 },
    ...{ opened_at: openedAt, decided_at: decidedAt, reason_code: code, reason_text: text },
  });
  enter(life, "not_accepted", decidedAt);
  life.record(decidedAt, {
    ...{ actor: life.officer, type: "formal_check.not_accepted" },
    subject: { kind: "formal_check", id: row.id },
    data: { reasonCode: code },
  });
}
