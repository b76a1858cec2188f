import { contentOf } from "#app/domain/calls/call-document.ts";
import { instantOfWallClock } from "#app/domain/calls/call-problems.ts";
import { callState } from "#app/domain/calls/call-state.ts";
import { findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { CallPage } from "#app/ui/call/call-page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/preview";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const { call, document, problems, sections } = found(await findCallInWriting(ctx, params.callId));
  const iso = (text: string) => instantOfWallClock(text)?.toISOString() ?? null;
  const times = { opensAt: iso(document.times.opensAt), closesAt: iso(document.times.closesAt) };
  const { reviewStartedAt, publishedAt } = call;
  return {
    locale,
    now: ctx.now,
    callId: call.id,
    broken: problems.some(({ level }) => level === "error"),
    call: {
      ...{ reference: call.code, code: call.code, year: call.year, sections },
      title: document.about.title,
      content: contentOf(document),
      ...times,
      state: callState({ ...times, reviewStartedAt, publishedAt }, ctx.now),
      rubric: {
        criteria: document.rubric.criteria.map((criterion) => ({
          ...criterion,
          weight: Number(criterion.weight) || 0,
          evidence: [],
        })),
      },
    },
  };
}

export default function PreviewCall({ loaderData }: Route.ComponentProps) {
  const { locale, now, callId, broken, call } = loaderData;
  const t = callWritingMessages[locale];
  return (
    <>
      <title>{`${t.preview} – ${call.title[locale]} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/calls/${callId}/edit`}>{t.backToDraft}</BackLink>
      <Notice className="mt-3">{t.previewNote}</Notice>
      {broken && (
        <Notice tone="warn" className="mt-3">
          {t.previewProblems}
        </Notice>
      )}
      <CallPage call={call} now={now} locale={locale} preview />
    </>
  );
}
