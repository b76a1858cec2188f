interface PresentLinesProps {
  draftId: string;
  /** What this page shows, as an address names it; empty for the outline. */
  node: string;
  sentences: readonly string[];
}

/** Who else has the draft open; app/browser/builder.ts keeps it current. */
export const PresentLines = ({ draftId, node, sentences }: PresentLinesProps) => (
  <ul
    className="builder-present"
    aria-live="polite"
    data-builder-present={`/staff/forms/${draftId}/presence`}
    data-node={node}
  >
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);
