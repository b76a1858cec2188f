import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormResult } from "#app/http/read-form.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { registerMessages } from "#app/i18n/messages/register.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { entryForm, EntryPage } from "./entry-page.tsx";
import { AccountName, NewPasswordInput } from "./new-password-input.tsx";
import { nextQuery } from "./safe-next.ts";

interface AcceptPageProps {
  locale: Locale;
  title: string;
  lead: ReactNode;
  /** The invited address. */
  email: string;
  invitation: { hasAccount: boolean; isMine: boolean };
  /** Who is signed in; `refused` says why their account cannot accept. */
  person: { email: string; refused: string | undefined } | undefined;
  /** Path of this page, to come back to. */
  here: string;
  newcomer: { lead: string; submit: string; name: string };
  result: FormResult | undefined;
}

/** Four ways on, by who is looking: accept, sign in, change account, or make an account. */
export function AcceptPage(props: AcceptPageProps) {
  const { locale, title, lead, email, newcomer, result } = props;
  const t = registerMessages[locale];
  const [form, fields] = useForm({
    id: "accept",
    lastResult: result ?? null,
    defaultValue: { name: newcomer.name, password: "" },
  });
  const isNew = !props.person && !props.invitation.hasAccount;
  return (
    <EntryPage title={title} lead={lead} errors={formErrors(form)}>
      <p className="muted mt-2">
        {t.invitationFor} {email}
      </p>
      {isNew ? (
        <form className={entryForm} method="post" id={form.id} noValidate>
          <p>{newcomer.lead}</p>
          <AccountName email={email} />
          <TextInput
            {...fieldProps(fields.name)}
            label={t.name}
            hint={t.nameHint}
            control={{ autoComplete: "name" }}
          />
          <NewPasswordInput {...fieldProps(fields.password)} label={t.password} locale={locale} />
          <Button variant="primary" className="w-full">
            {newcomer.submit}
          </Button>
        </form>
      ) : (
        <WithAccount {...props} />
      )}
    </EntryPage>
  );
}

function WithAccount({ locale, email, invitation, person, here }: AcceptPageProps) {
  const t = registerMessages[locale];
  if (!person)
    return (
      <>
        <p className="mt-6">{t.invitationSignIn}</p>
        <p className="mt-4">
          <LinkButton href={`/sign-in${nextQuery(here)}`} variant="primary">
            {t.signIn}
          </LinkButton>
        </p>
      </>
    );
  if (!invitation.isMine || person.refused)
    return (
      <>
        <Notice tone="warn" className="mt-6">
          {person.refused ?? t.invitationOther({ email, signedInAs: person.email })}
        </Notice>
        <form method="post" action="/sign-out" className="mt-4">
          <Button>{shellMessages[locale].signOut}</Button>
        </form>
      </>
    );
  return (
    <form method="post" className="mt-6">
      <Button variant="primary">{t.accept}</Button>
    </form>
  );
}
