interface ConformField {
  id: string;
  name: string;
  errors: string[] | undefined;
  defaultValue: string | undefined;
  defaultOptions: string[] | undefined;
  defaultChecked: boolean | undefined;
}

/** What a field takes from Conform's metadata; the ids of hint and error agree with Conform's own. */
export const fieldProps = ({ id, name, errors, defaultValue }: ConformField) => ({
  id,
  name,
  errors,
  defaultValue,
});

/** The same for a group of check boxes. */
export const checkboxGroupProps = ({ id, name, errors, defaultOptions }: ConformField) => ({
  id,
  name,
  errors,
  defaultValues: defaultOptions,
});

/** The same for a single check box. */
export const checkboxProps = ({ id, name, errors, defaultChecked }: ConformField) => ({
  id,
  name,
  errors,
  defaultChecked,
});
