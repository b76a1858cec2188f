import { hintId } from "./field-aria.ts";
import type { Choice } from "./choice.ts";

interface ChoiceRowProps extends Choice {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  checked: boolean;
}

export function ChoiceRow({ kind, id, name, value, label, hint, reveal, checked }: ChoiceRowProps) {
  return (
    <>
      <label className="choice" htmlFor={id}>
        <input
          className={kind}
          type={kind}
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-describedby={hint ? hintId(id) : undefined}
          data-reveals={reveal ? `${id}-reveal` : undefined}
        />
        <span>
          {label}
          {hint && (
            <span className="hint" id={hintId(id)}>
              {hint}
            </span>
          )}
        </span>
      </label>
      {reveal && (
        <div className="reveal" id={`${id}-reveal`}>
          {reveal}
        </div>
      )}
    </>
  );
}
