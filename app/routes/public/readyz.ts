import { requestContext } from "#app/http/request-context.ts";
import type { Route } from "./+types/readyz";

/** The database answers and the process is not on its way out. */
export async function loader({ context }: Route.LoaderArgs) {
  const { services } = requestContext(context);
  const ready = !services.isDraining() && (await services.db.health()).ok;
  return new Response(ready ? "ready\n" : "not ready\n", {
    status: ready ? 200 : 503,
    headers: { "content-type": "text/plain" },
  });
}
