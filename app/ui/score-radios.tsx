/** 0 to 5 by halves. */
export const scoreSteps: readonly string[] = Array.from({ length: 11 }, (_, index) => String(index / 2));

interface ScoreRadiosProps {
  /** Of the first radio, where a link to an error leads. */
  id: string;
  name: string;
  defaultValue?: string;
}

/** Inside a fieldset that names the criterion. */
export function ScoreRadios({ id, name, defaultValue }: ScoreRadiosProps) {
  return (
    <div className="score">
      {scoreSteps.map((value, index) => (
        <label key={value}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
          />
          <span>{value}</span>
        </label>
      ))}
    </div>
  );
}
