/** `?draft=1`, `?version=2`, or neither for what stands; what is no number names a version that is not there. */
export function wantedVersion(query: URLSearchParams): { draft?: true; version?: number } {
  const version = query.get("version");
  return {
    ...(query.has("draft") ? { draft: true } : {}),
    ...(version === null ? {} : { version: /^\d{1,6}$/.test(version) ? Number(version) : 0 }),
  };
}
