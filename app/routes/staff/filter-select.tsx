import type { Option } from "#app/ui/choice.ts";
import { SelectOptions } from "#app/ui/select.tsx";

interface FilterSelectProps {
  name: string;
  label: string;
  /** Words for "no restriction". */
  empty: string;
  value: string | null;
  options: readonly Option[];
}

/** One restriction of a list, small enough to stand in a row of them. */
export function FilterSelect({ name, label, empty, value, options }: FilterSelectProps) {
  return (
    <label className="max-w-48 min-w-0">
      <span className="muted block text-xs">{label}</span>
      <select name={name} className="select" defaultValue={value ?? ""}>
        <option value="">{empty}</option>
        <SelectOptions options={options} />
      </select>
    </label>
  );
}
