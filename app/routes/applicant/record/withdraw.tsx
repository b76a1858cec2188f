import { data, redirect } from "react-router";
import { companyRole } from "#app/domain/accounts/actor.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/withdraw";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const head = found(await findApplication(ctx, params.id, { tests: true }));
  const role = found(companyRole(actor, head.companyId));
  const refusal =
    role !== "owner"
      ? ("not_owner" as const)
      : transition(head.state, "withdraw", "owner")
        ? undefined
        : ("too_late" as const);
  return { locale, id: head.id, number: head.number ?? head.titleZh, refusal };
}

export async function action({ context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context);
  const result = await withdrawApplication(ctx, { applicationId: params.id });
  if (result.ok) return redirect(`/applications/${params.id}/status`, 303);
  if (result.reason === "not_found") throw notFound();
  return data({ refusal: result.reason }, { status: 409 });
}

/** A page of its own instead of a dialog: it works without scripts and says what follows. */
export default function Withdraw({
  loaderData: { locale, id, number, refusal },
  actionData,
}: Route.ComponentProps) {
  const t = recordMessages[locale].withdraw;
  const refused = actionData?.refusal ?? refusal;
  return (
    <div className="wrap pt-10">
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <h1>{t.title}</h1>
      {refused ? (
        <Notice tone="warn" className="measure mt-6">
          {t.errors[refused]}
        </Notice>
      ) : (
        <>
          <p className="mt-4 text-lg font-semibold">{t.question(number)}</p>
          <ul className="measure mt-3 list-disc pl-6">
            {[t.effect1, t.effect2, t.effect3].map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {!refused && (
          <form method="post">
            <Button variant="danger">{t.confirm}</Button>
          </form>
        )}
        <LinkButton href={`/applications/${id}/status`}>{refused ? t.back : t.cancel}</LinkButton>
      </div>
    </div>
  );
}
