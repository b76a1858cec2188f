import type { ProgrammeCall } from "#app/features/calls/install-programme.ts";
import { programme } from "#db/programme/programme.ts";

/** The filing year of the programme as it is written down. */
export const programmeYear = programme.year;

/** Every call with its form and rubric; a call without a form is announced and cannot open yet. */
export const fundProgramme: readonly ProgrammeCall[] = programme.calls.map(({ code, title, content }) => {
  const form = programme.forms.find((each) => each.code === code);
  const rubric = programme.rubrics.find((each) => each.code === code);
  return { code, title, content, ...(form && { form }), ...(rubric && { rubric }) };
});
