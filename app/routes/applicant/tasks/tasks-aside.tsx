import { formatDateWithWeekday, formatRecent, formatTime, formatTimeLeft } from "#app/i18n/format.ts";
import { taskMessages } from "#app/i18n/messages/tasks.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { WaferProgress } from "#app/ui/wafer-progress.tsx";
import type { TasksView } from "./tasks-view.ts";

/** How far it is, until when, and who is in it. */
export function TasksAside({ view }: { view: TasksView }) {
  const { locale, progress, head, now, savedAt } = view;
  const t = taskMessages[locale];
  const due = head.dueAt ?? head.closesAt;
  const all = progress.required + progress.requiredFiles;
  const share = all === 0 ? 0 : (progress.answered + progress.files) / all;
  return (
    <aside className="grid gap-5 self-start max-lg:contents lg:sticky lg:top-6 lg:col-start-2 lg:row-start-2">
      <Panel className="max-lg:order-1">
        <div className="flex items-center gap-4">
          <WaferProgress share={share} />
          <div>
            <p className="text-2xl leading-tight font-semibold">
              {progress.answered}
              <span className="muted text-base font-normal"> / {progress.required}</span>
            </p>
            <p className="muted text-sm">{t.requiredDone}</p>
            {progress.requiredFiles > 0 && (
              <p className="muted text-sm">
                {t.filesDone({ files: progress.files, required: progress.requiredFiles })}
              </p>
            )}
          </div>
        </div>
        <p className="rule muted mt-4 pt-4 text-sm">{head.dueAt ? t.correctionDue : t.closes}</p>
        {due ? (
          <>
            <p className="font-semibold">
              <span className="nowrap">{formatDateWithWeekday(locale, due)}</span> {formatTime(due)}
            </p>
            <p className="muted text-sm">{t.beijing({ left: formatTimeLeft(locale, now, due) })}</p>
          </>
        ) : (
          <p className="font-semibold">{t.noClosing}</p>
        )}
      </Panel>
      <People view={view} />
      {savedAt && (
        <div className="max-lg:order-1">
          <SavedMark time={savedTime(locale, savedAt, now)} />
        </div>
      )}
    </aside>
  );
}

function People({ view }: { view: TasksView }) {
  const { locale, people, personId, now, head, role, sectionTitle } = view;
  const t = taskMessages[locale];
  return (
    <Panel className="max-lg:order-3">
      <h2 className="text-base">{t.together}</h2>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {people.map(({ colleague, placeKey, since, lastAt }) => {
          const mine = colleague.personId === personId;
          const last = lastAt ? formatRecent(locale, lastAt, now) : t.notYet;
          const where = placeKey
            ? t.isIn({ section: sectionTitle(placeKey), ...(since ? { since: formatTime(since) } : {}) })
            : last;
          return (
            <li key={colleague.personId}>
              <b>{mine ? t.you : colleague.name}</b>
              {t.person({ role: t.role[colleague.role] })}
              {!mine && `${t.separator}${where}`}
            </li>
          );
        })}
      </ul>
      {/* Nobody is invited to the company that tests are made for: it is no company of anybody. */}
      {role === "owner" && head.isTest === 0 && (
        <p className="mt-3 text-sm">
          <a href={`/companies/${head.companyId}/members`}>{t.invite}</a>
        </p>
      )}
    </Panel>
  );
}

/** The bare hour while it is today's. */
function savedTime(locale: "zh" | "en", at: string, now: Date): string {
  const recent = formatRecent(locale, at, now);
  return recent.startsWith(locale === "zh" ? "今天" : "today") ? formatTime(at) : recent;
}
