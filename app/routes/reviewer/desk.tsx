import { Outlet } from "react-router";
import { isStaff } from "#app/domain/accounts/actor.ts";
import { countOwnAssignments } from "#app/features/reviews/list-own-assignments.ts";
import { hasWishes } from "#app/features/reviews/wishes/list-wishes.ts";
import { deviceKey } from "#app/http/device-key.ts";
import { languageHref } from "#app/http/locale.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { registryMessages } from "#app/i18n/messages/registry.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { wishMessages } from "#app/i18n/messages/wishes.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { StaffShell } from "#app/ui/staff-shell.tsx";
import type { Route } from "./+types/desk";

export const handle = { shell: "bare" };

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale, path, actor, services } = reviewerOnly(context);
  return {
    locale,
    path,
    now: ctx.now,
    demo: services.settings.demo,
    person: actor.name,
    isStaff: isStaff(actor),
    counts: await countOwnAssignments(ctx),
    mayWish: await hasWishes(ctx),
    kept: { person: actor.personId, deviceKey: deviceKey(services.settings, actor), locale },
  };
}

/** The reviewer's desk: rail on the left with what waits. */
export default function Desk({ loaderData }: Route.ComponentProps) {
  const { locale, path, now, demo, person, counts, kept } = loaderData;
  const t = reviewMessages[locale];
  const open = counts.overdue + counts.in_progress + counts.to_score + counts.to_declare;
  const site = siteMessages[locale];
  return (
    <StaffShell
      audience={t.audience}
      rail={[
        {
          links: [
            {
              href: "/reviews",
              label: t.queue.title,
              count: open,
              hot: counts.overdue > 0,
              current: !path.includes("view=") && !/^\/reviews\/(details|wishes)/.test(path),
            },
            {
              href: "/reviews?view=to_declare",
              label: t.queue.tabs.to_declare,
              count: counts.to_declare,
              current: path.includes("view=to_declare"),
            },
            {
              href: "/reviews?view=done",
              label: t.queue.tabs.done,
              count: counts.done,
              current: path.includes("view=done"),
            },
            ...(loaderData.mayWish
              ? [
                  {
                    href: "/reviews/wishes",
                    label: wishMessages[locale].title,
                    current: path.startsWith("/reviews/wishes"),
                  },
                ]
              : []),
          ],
        },
        {
          links: [
            {
              href: "/reviews/details",
              label: registryMessages[locale].own.title,
              current: path.startsWith("/reviews/details"),
            },
            { href: "/account", label: t.account },
            ...(loaderData.isStaff ? [{ href: "/staff", label: site.staff }] : []),
          ],
        },
      ]}
      person={person}
      now={now}
      languageHref={languageHref(path, locale === "zh" ? "en" : "zh")}
      signOutAction="/sign-out"
      homeHref="/reviews"
      demo={demo}
    >
      <div data-kept="" aria-live="polite" />
      <Outlet />
      <script
        type="application/json"
        id="kept-drafts"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(kept) }}
      />
      <BrowserScript name="kept-drafts" />
    </StaffShell>
  );
}
