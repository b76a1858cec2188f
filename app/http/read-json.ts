const largestBody = 1024 * 1024;

/** What a script sent, still to be checked; undefined when it is no JSON, too much, or does not say how much it is. */
export async function readJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= largestBody)) return undefined;
  return await request.json().catch(() => undefined);
}
