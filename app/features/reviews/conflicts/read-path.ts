import type { ConflictPath } from "#app/domain/reviews/ties/find-conflicts.ts";

/** As keep-found-conflicts wrote it. */
export const readPath = (json: string | null): ConflictPath | null =>
  json === null ? null : (JSON.parse(json) as ConflictPath);
