/** A page of plain text: sections of paragraphs and lists, the same in both languages. */
export interface Prose {
  title: string;
  lead: string;
  sections: readonly {
    id: string;
    heading: string;
    paragraphs?: readonly string[];
    points?: readonly string[];
  }[];
}
