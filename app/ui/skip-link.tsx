import { shellMessages } from "#app/i18n/messages/shell.ts";
import { usePage } from "./page-context.tsx";

export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {shellMessages[usePage().locale].skipToContent}
    </a>
  );
}
