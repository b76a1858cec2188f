/** A PDF of that many empty pages; the words make it a file of its own. */
export function pdfOf(pages: number, words: string): Buffer {
  const numbers = Array.from({ length: pages }, (_, index) => index + 3);
  const objects = [
    `1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n`,
    `2 0 obj\n<</Type/Pages/Kids[${numbers.map((number) => `${number} 0 R`).join(" ")}]/Count ${pages}>>\nendobj\n`,
    ...numbers.map((number) => `${number} 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n`),
  ];
  return Buffer.from(`%PDF-1.4\n%${words}\n${objects.join("")}trailer\n<</Root 1 0 R>>\n%%EOF\n`);
}
