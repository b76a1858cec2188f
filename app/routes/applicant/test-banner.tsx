import { Outlet } from "react-router";
import { mayCall } from "#app/domain/calls/policy.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { signedIn } from "#app/http/request-context.ts";
import { callTestMessages } from "#app/i18n/messages/call-tests.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/test-banner";

/** Only for those who make tests, so that companies' pages pay nothing for the question. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const mayBe = params["id"] !== undefined && actor.memberships.some(({ isTest }) => isTest);
  const head = mayBe ? await findApplication(ctx, params["id"] ?? "", { tests: true }) : undefined;
  if (head?.isTest !== 1) return { locale, back: undefined };
  return { locale, back: mayCall(actor, "test") ? `/staff/calls/${head.callId}/tests` : "/calls-to-try" };
}

/** What every page of a test application says first. */
export default function TestBanner({ loaderData: { locale, back } }: Route.ComponentProps) {
  const t = callTestMessages[locale];
  return (
    <>
      {back && (
        <div className="wrap pt-4">
          <Notice tone="warn" role="note">
            <b>{t.banner}</b> {t.bannerText} <a href={back}>{t.toTests}</a>
          </Notice>
        </div>
      )}
      <Outlet />
    </>
  );
}
