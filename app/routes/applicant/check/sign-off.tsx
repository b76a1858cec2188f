import { data, redirect } from "react-router";
import { askSignOffForm, declineSignOffForm } from "#app/domain/applications/sign-off.ts";
import { declineSignOff, withdrawSignOff } from "#app/features/applications/sign-off/answer-sign-off.ts";
import { askSignOff } from "#app/features/applications/sign-off/ask-sign-off.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { signOffMessages } from "#app/i18n/messages/sign-off.ts";
import type { Route } from "./+types/sign-off";
import { CheckPage } from "./check-page.tsx";
import type { CheckView } from "./check-view.ts";
import type { SignOffProblem } from "./sign-off-panel.tsx";

export { handle, loader } from "./check.tsx";

/** Asks for sign-off, takes the request back, or declines it; a refusal shows the check page with its sentence. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = signedIn(context);
  const form = await readFormData(request);
  const applicationId = params.id;
  const requestId = String(form.get("request") ?? "");
  const sentences = signOffMessages[locale].errors;
  const refused = (problem: SignOffProblem, status: number) => data({ problem }, { status });
  const typed = { note: String(form.get("note") ?? ""), reason: String(form.get("reason") ?? "") };
  switch (form.get("intent")) {
    case "ask": {
      const checked = checkForm(form, askSignOffForm, { sentences });
      if (!checked.ok) return refused({ ...typed, noteError: sentences.note_long }, 400);
      return answer(await askSignOff(ctx, { applicationId, note: checked.value.note }));
    }
    case "decline": {
      const checked = checkForm(form, declineSignOffForm, { sentences });
      if (!checked.ok) {
        const isMissing = typed.reason.trim() === "";
        return refused(
          { ...typed, reasonError: isMissing ? sentences.reason_missing : sentences.reason_long },
          400,
        );
      }
      return answer(await declineSignOff(ctx, { applicationId, requestId, reason: checked.value.reason }));
    }
    case "withdraw":
      return answer(await withdrawSignOff(ctx, { applicationId, requestId }));
    default:
      found(await findDraft(ctx, applicationId));
      throw data(null, { status: 400 });
  }

  function answer(result: { ok: true } | { ok: false; reason: keyof typeof sentences | "not_found" }) {
    if (result.ok) return redirect(`/applications/${applicationId}/check#sign-off`, 303);
    if (result.reason === "not_found") throw notFound();
    return refused({ ...typed, sentence: sentences[result.reason] }, 409);
  }
}

export default function SignOff({ loaderData, actionData }: Route.ComponentProps) {
  const { view } = loaderData as unknown as { view: CheckView };
  return <CheckPage view={view} signing={undefined} signOffProblem={actionData?.problem} />;
}
