import { Outlet } from "react-router";
import { isStaff } from "#app/domain/accounts/actor.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { signedIn } from "#app/http/request-context.ts";
import { callTestMessages } from "#app/i18n/messages/call-tests.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/test-banner";

/** Only the fund's own people make tests, so that companies' pages pay nothing for the question. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const mayBe = isStaff(actor) && actor.memberships.length > 0 && params["id"] !== undefined;
  const head = mayBe ? await findApplication(ctx, params["id"] ?? "", { tests: true }) : undefined;
  return { locale, callId: head?.isTest === 1 ? head.callId : undefined };
}

/** What every page of a test application says first. */
export default function TestBanner({ loaderData: { locale, callId } }: Route.ComponentProps) {
  const t = callTestMessages[locale];
  return (
    <>
      {callId && (
        <div className="wrap pt-4">
          <Notice tone="warn" role="note">
            <b>{t.banner}</b> {t.bannerText} <a href={`/staff/calls/${callId}/tests`}>{t.toTests}</a>
          </Notice>
        </div>
      )}
      <Outlet />
    </>
  );
}
