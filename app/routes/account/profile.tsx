import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { profileForm } from "#app/domain/accounts/account-forms.ts";
import { changeProfile } from "#app/features/accounts/change-profile.ts";
import { writeCookie } from "#app/http/cookies.ts";
import { readForm } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/profile";
import { AccountPage } from "./account-page.tsx";

export function loader({ context, request }: Route.LoaderArgs) {
  const { actor, locale } = signedIn(context);
  const { name, email, roles } = actor;
  const saved = new URL(request.url).searchParams.has("saved");
  return { locale, name, email, roles, ownLocale: actor.locale, saved };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale, setCookies } = signedIn(context);
  const form = await readForm(request, profileForm, { sentences: accountErrorMessages[locale] });
  if (!form.ok) return form.refused;
  await changeProfile(ctx, form.value);
  const secure = ctx.settings.baseUrl.startsWith("https://");
  setCookies.push(writeCookie("lang", form.value.locale, { secure, maxAge: 31_536_000 }));
  return redirect("/account?saved=1", 303);
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, name, email, roles, ownLocale, saved } = loaderData;
  const t = accountMessages[locale];
  const [form, fields] = useForm({
    id: "profile",
    lastResult: actionData?.result ?? null,
    defaultValue: { name, locale: ownLocale as string },
  });
  const done = saved && !actionData ? t.saved : undefined;
  return (
    <AccountPage locale={locale} section="profile" errors={formErrors(form)} done={done}>
      <SummaryList
        narrow
        className="mt-8 max-w-xl"
        rows={[
          { term: t.profile.email, value: email },
          ...(roles.length > 0
            ? [{ term: t.profile.roles, value: roles.map((role) => t.role[role]).join(t.comma) }]
            : []),
        ]}
      />
      <form className="max-w-xl" method="post" id={form.id} noValidate>
        <TextInput {...fieldProps(fields.name)} label={t.profile.name} control={{ autoComplete: "name" }} />
        <RadioGroup
          {...fieldProps(fields.locale)}
          label={t.profile.language}
          hint={t.profile.languageHint}
          options={[
            { value: "zh", label: <span lang="zh-CN">{t.profile.zh}</span> },
            { value: "en", label: <span lang="en">{t.profile.en}</span> },
          ]}
          inline
        />
        <Button variant="primary">{t.profile.submit}</Button>
      </form>
    </AccountPage>
  );
}
