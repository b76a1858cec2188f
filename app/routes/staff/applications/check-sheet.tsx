import {
  type Checklist,
  countChecked,
  type FormalCheckProblem,
  type FormalCheckProposal,
  formalCheckCodes,
} from "#app/domain/applications/formal-check.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { CorrectionItem as EarlierItem } from "#app/features/applications/list-correction-items.ts";
import type { FormalCheckRecord } from "#app/features/applications/office/list-formal-check-records.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckMessages } from "#app/i18n/messages/formal-check.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { CheckItem } from "./check-item.tsx";
import { CheckOutcome } from "./check-outcome.tsx";
import { type CheckForm, emptyItem, isEmptyItem, unitedFlags } from "./check-form.ts";

export interface CheckPosted {
  typed: CheckForm | undefined;
  intent: string;
  refusal?: string;
  problems?: readonly FormalCheckProblem[];
}

interface CheckSheetProps {
  locale: Locale;
  head: FoundApplication;
  submission: FoundSubmission;
  check: FormalCheckRecord;
  proposals: readonly FormalCheckProposal[];
  earlier: readonly EarlierItem[];
  mayCheck: boolean;
  saved: boolean;
  posted: CheckPosted | undefined;
}

/** The checklist beside the answers, and the three ways it can end. One form, so that nothing typed is left behind. */
export function CheckSheet(props: CheckSheetProps) {
  const { locale, check, proposals, posted, mayCheck, saved } = props;
  const t = formalCheckPageMessages[locale].page;
  const typed = typedCheck(posted, check);
  const problems = posted?.problems ?? [];
  const stale = posted?.refusal === "stale";
  return (
    <form id="check-form" method="post" noValidate aria-labelledby="checklist">
      <input type="hidden" name="checkId" value={check.id} />
      {/* After a clash the officer has seen what the other saved; before one, the page still has its old version. */}
      <input type="hidden" name="version" value={posted?.typed && !stale ? typed.version : check.version} />
      <h2 id="checklist">
        {t.checklist} <span className="muted font-normal">{t.checkedOf(countChecked(typed.checklist))}</span>
      </h2>
      {check.officer && <p className="muted">{t.officer(check.officer)}</p>}
      {(posted ? posted.intent === "saved" : saved) && <Notice tone="ok">{t.saved}</Notice>}
      {posted?.refusal === "closed" && <Notice tone="bad">{t.closedMeanwhile}</Notice>}
      {stale && <Clash typed={typed.checklist} stored={check.checklist} locale={locale} />}
      {posted?.intent.startsWith("flag.") && <Notice tone="info">{t.flagAdded}</Notice>}
      <ErrorSummary
        title={t.summaryTitle}
        errors={problems.map((problem) => sentenceOf(problem, typed, locale))}
      />
      {formalCheckCodes.map((code) => (
        <CheckItem
          key={code}
          code={code}
          item={typed.checklist[code]}
          proposal={proposals.find((proposal) => proposal.code === code)}
          wrong={problems.some((problem) => "code" in problem && problem.code === code)}
          readOnly={!mayCheck}
          locale={locale}
        />
      ))}
      {mayCheck ? (
        <>
          <p className="mb-4">
            <Button name="intent" value="save">
              {t.save}
            </Button>
          </p>
          <CheckOutcome
            {...props}
            typed={{ ...typed, items: typed.items.length === 0 ? [emptyItem] : typed.items }}
          />
        </>
      ) : (
        <p>{staffMessages[locale].notYours}</p>
      )}
    </form>
  );
}

/** What stands in the boxes: what was posted, else what is stored. After a clash with the other's flags as well. */
export function typedCheck(posted: CheckPosted | undefined, check: FormalCheckRecord): CheckForm {
  if (!posted?.typed) return freshForm(check);
  if (posted.refusal !== "stale") return posted.typed;
  return { ...posted.typed, items: unitedFlags(posted.typed.items, check.flags) };
}

const freshForm = (check: FormalCheckRecord): CheckForm => ({
  checkId: check.id,
  version: check.version,
  checklist: check.checklist,
  items: check.flags,
  verdicts: check.verdicts,
  reasonCode: "",
  reasonText: "",
});

interface ClashProps {
  typed: Checklist;
  stored: Checklist;
  locale: Locale;
}

/** Both versions, where they differ: nothing is overwritten before the officer has seen it. */
function Clash({ typed, stored, locale }: ClashProps) {
  const t = formalCheckPageMessages[locale].page;
  const words = { ok: t.ok, problem: t.problem, "": t.unmarked } as const;
  const differing = formalCheckCodes.filter((code) => {
    const [mine, theirs] = [typed[code], stored[code]];
    return (mine?.result ?? "") !== (theirs?.result ?? "") || (mine?.note ?? "") !== (theirs?.note ?? "");
  });
  return (
    <Notice tone="bad">
      <p>{t.stale}</p>
      <ul>
        {differing.map((code) => (
          <li key={code}>
            <a href={`#${code}-ok`}>
              {t.staleItem(code, words[stored[code]?.result ?? ""], stored[code]?.note ?? "")}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function sentenceOf(
  problem: FormalCheckProblem,
  typed: CheckForm,
  locale: Locale,
): { href: string; text: string } {
  const { problems, page } = formalCheckPageMessages[locale];
  const words = problems[problem.problem];
  if ("code" in problem) {
    const field = problem.problem === "note_missing" ? "note" : "ok";
    const item = formalCheckMessages[locale].item[problem.code];
    return {
      href: `#${problem.code}-${field}`,
      text: `${problem.code} ${item}${locale === "zh" ? "：" : ": "}${words}`,
    };
  }
  if ("flag" in problem) return { href: `#verdict-${problem.flag}`, text: words };
  if ("index" in problem) {
    const shown = typed.items.flatMap((item, index) => (isEmptyItem(item) ? [] : [index]));
    const at = shown[problem.index] ?? 0;
    return {
      href: `#item-${at}-reason`,
      text: `${page.item(at + 1)}${locale === "zh" ? "：" : ": "}${words}`,
    };
  }
  const anchor = {
    reason_code: "#reasonCode",
    reason_not_marked: "#reasonCode",
    reason_text: "#reasonText",
  } as const;
  const href = problem.problem in anchor ? anchor[problem.problem as keyof typeof anchor] : "#item-0-place";
  return { href, text: words };
}
