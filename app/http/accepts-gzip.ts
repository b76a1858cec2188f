export const acceptsGzip = (request: Request): boolean =>
  /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
