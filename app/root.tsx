import { Outlet } from "react-router";
import { requestContext } from "#app/http/request-context.ts";
import { rootMiddleware } from "#app/http/root-middleware.ts";
import { languageTag } from "#app/i18n/locale.ts";
import type { Route } from "./+types/root";

export const middleware: Route.MiddlewareFunction[] = [rootMiddleware];

export function loader({ context }: Route.LoaderArgs) {
  const { locale, nonce, path } = requestContext(context);
  return { locale, nonce, path };
}

export default function App({ loaderData }: Route.ComponentProps) {
  return (
    <html lang={languageTag[loaderData.locale]}>
      <head>
        <meta charSet="utf-8" />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}
