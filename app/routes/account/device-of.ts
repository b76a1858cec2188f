import type { RequestContext } from "#app/http/request-context.ts";

/** What a session remembers of where it was started. */
export const deviceOf = (request: Request, { network }: Pick<RequestContext, "network">) => ({
  userAgent: request.headers.get("user-agent") ?? "",
  network,
});
