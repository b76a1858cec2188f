/** The score sheet while it is being filled: saves each field, adds up points, says when a score needs words. */
import { fieldFingerprint, plainLineEnds } from "#app/domain/reviews/field-fingerprint.ts";
import {
  criterionPoints,
  parseScore,
  reviewerTotal,
  type scoreSteps,
} from "#app/domain/reviews/reviewer-total.ts";
import { commentLength, needsComment } from "#app/domain/reviews/score-sheet.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { createSaver, type SaveState } from "./review/saver.ts";
import { bindSheetKeys } from "./review/sheet-keys.ts";

interface Config {
  criteria: { key: string; weight: number }[];
  comments: { low: string; high: string; minimum: number; overallMinimum: number; maximum: number };
  anchors: string[];
}

const form = document.querySelector<HTMLFormElement>("form[data-review]");
const language = document.documentElement.lang.slice(0, 2);
const locale = isLocale(language) ? language : "zh";
if (form) start(form);

function start(sheet: HTMLFormElement) {
  const config = JSON.parse(sheet.dataset["rubric"] ?? "{}") as Config;
  const saver = createSaver({
    url: `/reviews/${sheet.dataset["review"]}/autosave`,
    baseOf: (path) => Number(baseField(sheet, path)?.value.split(".")[0] ?? 0),
    setBase: (path, version, value) => setBase(sheet, path, version, value),
    show: (state) => showState(sheet, state),
  });
  sheet.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement | HTMLTextAreaElement;
    if (field.name && !/^(base|choose|mine|version):/.test(field.name))
      saver.change(field.name, currentValue(sheet, field.name));
    refresh(sheet, config);
  });
  sheet.addEventListener("focusout", () => void saver.flush());
  addEventListener("pagehide", () => saver.flushOnLeave());
  document.addEventListener("visibilitychange", () => document.hidden && saver.flushOnLeave());
  addEventListener("beforeunload", (event) => saver.isDirty() && event.preventDefault());
  sheet.addEventListener("submit", () => saver.leaveQuietly());
  bindSheetKeys(
    sheet,
    config.criteria.map(({ key }) => key),
  );
}

const baseField = (sheet: HTMLFormElement, path: string) =>
  sheet.elements.namedItem(`base:${path}`) as HTMLInputElement | null;

/** The plain form, should it be sent, must not take what was saved here for a change. */
function setBase(sheet: HTMLFormElement, path: string, version: number, value: string) {
  const field = baseField(sheet, path);
  if (field) field.value = `${version}.${fieldFingerprint(value)}`;
}

function currentValue(sheet: HTMLFormElement, path: string): string {
  return plainLineEnds(String(new FormData(sheet).get(path) ?? ""));
}

function refresh(sheet: HTMLFormElement, config: Config) {
  const t = reviewMessages[locale].sheet;
  const scores: Record<string, (typeof scoreSteps)[number] | undefined> = {};
  for (const { key, weight } of config.criteria) {
    const score = parseScore(currentValue(sheet, `${key}.score`)) ?? undefined;
    scores[key] = score;
    const card = sheet.querySelector(`[data-criterion="${key}"]`);
    setText(
      card?.querySelector(".crit-points"),
      score === undefined ? "–" : formatDecimal(criterionPoints(weight, score), 2),
    );
    const needed = score !== undefined && needsComment({ comments: config.comments } as never, score);
    const has = commentLength(currentValue(sheet, `${key}.comment`));
    const rule = card?.querySelector(`[data-comment-rule="${key}"]`);
    const enough = has >= config.comments.minimum;
    setText(
      rule,
      needed
        ? enough
          ? t.commentEnough(config.comments.minimum)
          : t.commentNeeded(config.comments.minimum)
        : "",
    );
    if (needed) card?.querySelector("details")?.setAttribute("open", "");
    setText(card?.querySelector(`[data-comment-count="${key}"]`), t.characters(has));
  }
  const scored = config.criteria.filter(({ key }) => scores[key] !== undefined);
  setText(
    sheet.querySelector("[data-total]"),
    formatDecimal(reviewerTotal({ criteria: config.criteria as never }, scores), 2),
  );
  setText(sheet.querySelector("[data-out-of]"), t.outOf(scored.reduce((sum, { weight }) => sum + weight, 0)));
  setText(sheet.querySelector("[data-scored]"), t.scored(scored.length, config.criteria.length));
  setText(
    sheet.querySelector('[data-comment-count="overall"]'),
    t.characters(commentLength(currentValue(sheet, "overall"))),
  );
}

function setText(element: Element | null | undefined, text: string) {
  if (element && element.textContent !== text) element.textContent = text;
}

function showState(sheet: HTMLFormElement, state: SaveState) {
  const t = reviewMessages[locale].sheet;
  const words = {
    saved: () => shellMessages[locale].saved({ time: state.kind === "saved" ? state.at : "" }),
    saving: () => t.saving,
    failed: () => t.notSaved,
    signed_out: () => t.signedOut,
    closed: () => t.closed,
    conflict: () => t.conflictTitle,
  }[state.kind];
  for (const mark of document.querySelectorAll("[data-saved-mark]")) {
    mark.setAttribute("data-state", state.kind);
    setText(mark.querySelector("span") ?? mark, words());
  }
  // The page that answers the plain form shows both texts and asks; nothing typed is lost on the way.
  if (state.kind === "conflict")
    sheet.requestSubmit(sheet.querySelector<HTMLButtonElement>('button[value="save"]'));
}
