import { type ReactNode } from "react";
import { isRouteErrorResponse, Outlet, useMatches, useRouteLoaderData } from "react-router";
import { hasRole, isStaff } from "#app/domain/accounts/actor.ts";
import { languageHref } from "#app/http/locale.ts";
import { requestContext } from "#app/http/request-context.ts";
import { rootMiddleware } from "#app/http/root-middleware.ts";
import { languageTag } from "#app/i18n/locale.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageProvider } from "#app/ui/page-context.tsx";
import { PageShell } from "#app/ui/page-shell.tsx";
import stylesheet from "#app/ui/styles/app.css?url";
import type { Route } from "./+types/root";

export const middleware: Route.MiddlewareFunction[] = [rootMiddleware];

export function loader({ context }: Route.LoaderArgs) {
  const { locale, nonce, path, actor, ctx, services, requestId } = requestContext(context);
  const person = actor.kind === "person" ? actor : undefined;
  return {
    locale,
    nonce,
    path,
    requestId,
    now: ctx.now,
    demo: services.settings.demo,
    assets: services.assets,
    person: person && {
      name: person.name,
      isReviewer: hasRole(person, "reviewer"),
      isStaff: isStaff(person),
      isApplicant: person.fullySignedIn && (person.memberships.length > 0 || person.roles.length === 0),
    },
  };
}

/** What a route's `handle` may say about the frame around it. */
export interface PageHandle {
  /** `bare`: the route brings its own header (staff desk, review page). */
  shell?: "site" | "bare";
  nav?: "calls" | "guide" | "notices" | "workspace" | "reviews" | "staff";
}

type RootData = Awaited<ReturnType<typeof loader>>;

export default function App({ loaderData }: Route.ComponentProps) {
  const handle = useMatches().reduce<PageHandle>(
    (all, match) => ({ ...all, ...(match.handle as PageHandle) }),
    {},
  );
  return (
    <Document root={loaderData}>
      {handle.shell === "bare" ? (
        <Outlet />
      ) : (
        <Site root={loaderData} nav={handle.nav}>
          <Outlet />
        </Site>
      )}
    </Document>
  );
}

function Document({ root, children }: { root: RootData; children: ReactNode }) {
  return (
    <html lang={languageTag[root.locale]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <PageProvider
          value={{ locale: root.locale, nonce: root.nonce, assetUrl: (name) => root.assets[name] ?? "" }}
        >
          {children}
        </PageProvider>
      </body>
    </html>
  );
}

function Site({ root, nav, children }: { root: RootData; nav?: PageHandle["nav"]; children: ReactNode }) {
  const t = siteMessages[root.locale];
  const { person } = root;
  const link = (key: NonNullable<PageHandle["nav"]>, href: string) => ({
    href,
    label: t[key],
    current: nav === key,
  });
  return (
    <PageShell
      nav={[
        link("calls", "/calls"),
        link("guide", "/guide"),
        link("notices", "/notices"),
        ...(person?.isApplicant ? [link("workspace", "/workspace")] : []),
        ...(person?.isReviewer ? [link("reviews", "/reviews")] : []),
        ...(person?.isStaff ? [link("staff", "/staff")] : []),
      ]}
      languageHref={languageHref(root.path, root.locale === "zh" ? "en" : "zh")}
      account={
        person
          ? { kind: "person", label: person.name, href: "/account", signOutAction: "/sign-out" }
          : { kind: "visitor", signInHref: "/sign-in" }
      }
      now={root.now}
      footerLinks={[
        { href: "/contact", label: t.contact },
        { href: "/privacy", label: t.privacy },
        { href: "/accessibility", label: t.accessibility },
        { href: "/verify-audit", label: t.verifyAudit },
        ...(root.demo ? [{ href: "/demo/mail", label: t.demoMail }] : []),
      ]}
      demo={root.demo}
    >
      {children}
    </PageShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRouteLoaderData<typeof loader>("root");
  if (!root) return <BareError />;
  const t = siteMessages[root.locale];
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const [title, body] =
    status === 404
      ? [t.notFoundTitle, t.notFoundBody]
      : status < 500
        ? [t.forbiddenTitle, t.forbiddenBody]
        : [t.failedTitle, t.failedBody];
  return (
    <Document root={root}>
      <title>{`${title} – ${t.portalName}`}</title>
      <Site root={root}>
        <div className="wrap pt-12">
          <h1>{title}</h1>
          <p className="measure mt-4">{body}</p>
          <p className="muted mt-4 text-sm">
            {t.reference} <span className="num-id">{root.requestId}</span>
          </p>
          <p className="mt-8">
            <LinkButton href="/">{t.goHome}</LinkButton>
          </p>
        </div>
      </Site>
    </Document>
  );
}

/** The root loader itself failed: no language is known, so both are said. */
function BareError() {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <title>暂时无法打开 / Temporarily unavailable</title>
      </head>
      <body>
        <h1>{siteMessages.zh.failedTitle}</h1>
        <p>{siteMessages.zh.failedBody}</p>
        <h1 lang="en">{siteMessages.en.failedTitle}</h1>
        <p lang="en">{siteMessages.en.failedBody}</p>
      </body>
    </html>
  );
}
