import { data, redirect } from "react-router";
import { can } from "#app/domain/applications/policy.ts";
import { deleteDraft } from "#app/features/applications/delete-draft.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { taskMessages } from "#app/i18n/messages/tasks.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/delete";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const head = found(await findApplication(ctx, params.id, { tests: true }));
  if (!can(actor, "delete_draft", head, ctx.now)) throw notFound();
  return { locale, id: head.id, title: (locale === "en" && head.titleEn) || head.titleZh };
}

export async function action({ context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context);
  const deleted = await deleteDraft(ctx, { applicationId: params.id });
  if (deleted.ok) return redirect("/workspace?deleted=1", 303);
  if (deleted.reason === "not_found") throw notFound();
  return data({ refused: true }, { status: 409 });
}

export default function Delete({ loaderData: { locale, id, title }, actionData }: Route.ComponentProps) {
  const t = taskMessages[locale];
  return (
    <div className="wrap pt-8">
      <PageTitle>{t.deletePage.title}</PageTitle>
      <div className="max-w-3xl">
        <p className="eyebrow">{title || t.untitled}</p>
        <h1 className="mt-1">{t.deletePage.title}</h1>
        {actionData?.refused && (
          <Notice tone="bad" role="alert" className="mt-5">
            {t.deletePage.refused}
          </Notice>
        )}
        <p className="measure mt-4">{t.deletePage.body}</p>
        <form method="post" className="mt-8 flex flex-wrap gap-3">
          <Button variant="danger">{t.deletePage.confirm}</Button>
          <LinkButton href={`/applications/${id}`}>{t.deletePage.keep}</LinkButton>
        </form>
      </div>
    </div>
  );
}
