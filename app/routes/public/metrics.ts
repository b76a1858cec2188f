import { notFound } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import type { Route } from "./+types/metrics";

/** Prometheus figures, for this machine only: a proxy that forwards strangers here gets "not found". */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, network } = requestContext(context);
  const forwarded = request.headers.has("x-forwarded-for");
  if (forwarded || !(network === "127.0.0" || network.startsWith("0000:0000:0000:0000"))) throw notFound();
  const { registry } = services.metrics;
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}
