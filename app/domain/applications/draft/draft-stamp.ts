/**
 * Changes whenever anything in the draft does. The owner signs what stood on the page: if a colleague changed
 * something since, the page is shown again first.
 */
export function draftStamp(
  sections: Iterable<{ version: number }>,
  files: readonly { id: string }[],
): string {
  let versions = 0;
  for (const section of sections) versions += section.version;
  const newest = files.reduce((latest, file) => (file.id > latest ? file.id : latest), "");
  return `${versions}.${files.length}.${newest}`;
}
