/** A SHA-256 in full, as it is compared with others. */
export const RecordHash = ({ value }: { value: string }) => (
  <span className="muted font-mono text-xs break-all">{value}</span>
);
