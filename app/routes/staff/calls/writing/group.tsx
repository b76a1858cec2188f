import { data, redirect } from "react-router";
import {
  type CallDocument,
  type CallGroup,
  frozenGroups,
  isCallGroup,
} from "#app/domain/calls/call-document.ts";
import { type DocumentChange, groupDifference } from "#app/domain/calls/document-difference.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { changeRows, readCallGroup, readRowAct, writeCallGroup } from "#app/domain/calls/read-call-group.ts";
import { findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { saveCallGroup } from "#app/features/calls/writing/save-call-group.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { callFieldMessages } from "#app/i18n/messages/call-fields.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/group";
import { DifferenceTable } from "./difference-table.tsx";
import { fieldName, problemSentence } from "./field-name.ts";
import { GroupFields } from "./group-fields.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!isCallGroup(params.group)) throw notFound();
  const writing = found(await findCallInWriting(ctx, params.callId));
  const { call, document, groups, opened, problems } = writing;
  const { group } = params;
  const frozen = opened && frozenGroups.includes(group);
  return {
    locale,
    group,
    callId: call.id,
    callName: `${call.code} ${call.year}`,
    typed: writeCallGroup(group, document[group]),
    base: groups[group]?.n ?? 0,
    opened,
    frozen,
    mayEdit: mayCall(actor, "edit") && !frozen,
    problems: problems.filter((problem) => problem.group === group),
  };
}

type Typed = Record<string, string>;

interface Answer {
  typed: Typed;
  base: number;
  errors: { path: string; text: string }[];
  rowsChanged?: boolean;
  others?: { by: string; at: string; changes: DocumentChange[] };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!isCallGroup(params.group) || !mayCall(actor, "edit")) throw notFound();
  const writing = found(await findCallInWriting(ctx, params.callId));
  const posted: Typed = Object.fromEntries(
    [...(await readFormData(request))].map(([name, value]) => [name, String(value)]),
  );
  const answer = await answerTo(ctx, writing.call.id, params.group, posted, writing.document, locale);
  if (!answer) return redirect(`/staff/calls/${params.callId}/edit?done=saved#${params.group}`, 303);
  return data(answer, { status: answer.others ? 409 : answer.rowsChanged ? 200 : 422 });
}

async function answerTo<G extends CallGroup>(
  ctx: Parameters<typeof saveCallGroup>[0],
  callId: string,
  group: G,
  posted: Typed,
  document: CallDocument,
  locale: "zh" | "en",
): Promise<Answer | undefined> {
  const t = callWritingMessages[locale];
  const { act: _act, base: typedBase, ...typed } = posted;
  const base = Number(typedBase ?? 0);
  const { value, unread } = readCallGroup(group, typed, document[group]);
  const act = readRowAct(posted["act"] ?? "");
  if (act) {
    const changed = changeRows(group, value, act, freshKey(ctx.requestId));
    // An amount that cannot be read stays as it was typed.
    const kept = Object.fromEntries(unread.map((path) => [path, typed[path] ?? ""]));
    return { typed: { ...writeCallGroup(group, changed), ...kept }, base, errors: [], rowsChanged: true };
  }
  if (unread.length > 0)
    return { typed, base, errors: unread.map((path) => ({ path, text: t.errors.amount })) };
  const result = await saveCallGroup(ctx, { callId, group, base, value });
  if (result.ok) return undefined;
  if (result.reason === "frozen") return { typed, base, errors: [{ path: "main", text: t.errors.frozen }] };
  if (result.reason !== "stale") throw notFound();
  const changes = groupDifference(group, result.standing, value);
  return { typed, base: result.n, errors: [], others: { by: result.by, at: result.at, changes } };
}

/** A question keeps its key for ever; what it is called does not matter to anybody. */
const freshKey = (requestId: string): string => `q_${requestId.replaceAll("-", "").slice(-10)}`;

export default function EditGroup({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, group, callId, callName, base, opened, frozen, mayEdit, problems } = loaderData;
  const t = callWritingMessages[locale];
  const answer = actionData as Answer | undefined;
  const title = callFieldMessages[locale].groups[group];
  const prefix = answer && !answer.rowsChanged ? shellMessages[locale].errorPrefix : "";
  // What the draft lacks is said beside its field as long as nothing was sent.
  const errors = answer
    ? answer.errors
    : problems
        .filter(({ level }) => level === "error")
        .map((problem) => ({ path: problem.path, text: problemSentence(problem, locale) }));
  const warnings = problems.filter(({ level }) => level === "warning");
  return (
    <>
      <title>{`${prefix}${title} – ${callName} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/calls/${callId}/edit`}>{t.backToDraft}</BackLink>
      <p className="eyebrow mt-2">{callName}</p>
      <h1>{title}</h1>
      <p className="muted measure">{callFieldMessages[locale].hints[group]}</p>
      <ErrorSummary
        errors={(answer?.errors ?? []).map(({ path, text }) => ({
          href: `#${path}`,
          text: path === "main" ? text : t.place(fieldName(group, path, locale), text),
        }))}
      />
      {answer?.rowsChanged && (
        <Notice className="mt-3" role="status">
          {t.rowsChanged}
        </Notice>
      )}
      {frozen && (
        <Notice tone="warn" className="mt-3">
          {t.frozen}
        </Notice>
      )}
      {opened && !frozen && <Notice className="mt-3">{t.textsOnly}</Notice>}
      {!answer &&
        warnings.map((problem) => (
          <Notice key={`${problem.path} ${problem.code}`} tone="warn" className="mt-3">
            {t.place(fieldName(group, problem.path, locale), problemSentence(problem, locale))}
          </Notice>
        ))}
      {answer?.others && <Others others={answer.others} locale={locale} group={group} callId={callId} />}
      <form method="post" id="main" className="mt-4 max-w-5xl" noValidate>
        {/* Enter in a field saves, whatever button comes first. */}
        <button className="sr-only" type="submit" tabIndex={-1}>
          {t.save}
        </button>
        <input type="hidden" name="base" value={answer?.base ?? base} />
        <fieldset disabled={!mayEdit} className="contents">
          <GroupFields
            group={group}
            typed={answer?.typed ?? loaderData.typed}
            errors={Object.fromEntries(errors.map(({ path, text }) => [path, [text]]))}
            textsOnly={opened}
            locale={locale}
          />
        </fieldset>
        {mayEdit && (
          <p className="rule mt-8 pt-4">
            <Button variant="primary">{t.save}</Button>
          </p>
        )}
      </form>
      <BrowserScript name="call-group" />
    </>
  );
}

interface OthersProps {
  others: NonNullable<Answer["others"]>;
  group: CallGroup;
  callId: string;
  locale: "zh" | "en";
}

function Others({ others, group, callId, locale }: OthersProps) {
  const t = callWritingMessages[locale];
  return (
    <section className="mt-4" aria-labelledby="others" role="alert">
      <Notice tone="warn">
        <h2 id="others">{t.otherTitle}</h2>
        <p>{t.otherChanges(others.by, formatDateTime(locale, others.at))}</p>
      </Notice>
      <DifferenceTable
        changes={others.changes}
        caption={t.otherTitle}
        heads={{ before: t.theirs, after: t.yours }}
        locale={locale}
      />
      <p>
        <a href={`/staff/calls/${callId}/edit/${group}`}>{t.takeTheirs}</a>
      </p>
    </section>
  );
}
