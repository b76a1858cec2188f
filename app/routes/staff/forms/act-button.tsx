import { Button } from "#app/ui/button.tsx";

interface ActButtonProps {
  /** `name|what|argument` */
  command: string;
  action: string;
  /** Where the page stands afterwards. */
  anchor: string;
  /** What it is about, where the words do not say. */
  label?: string;
  children: string;
}

/** Changes what is on the page and saves nothing. */
export const ActButton = ({ command, action, anchor, label, children }: ActButtonProps) => (
  <Button
    size="sm"
    variant="quiet"
    name="do"
    value={command}
    formAction={`${action}#${anchor}`}
    aria-label={label}
  >
    {children}
  </Button>
);
