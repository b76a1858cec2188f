import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import { formatDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import type { Choice } from "#app/ui/choice.ts";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

interface ChooseSourceProps {
  locale: Locale;
  id: string;
  earlier: readonly ApplicationHead[];
}

/** The profile, or one of the company's other applications. */
export function ChooseSource({ locale, id, earlier }: ChooseSourceProps) {
  const t = carryMessages[locale];
  const at = `/applications/${id}`;
  return (
    <div className="wrap pt-5">
      <PageTitle>{t.title}</PageTitle>
      <BackLink href={at}>{t.back}</BackLink>
      <h1 className="mt-3">{t.title}</h1>
      <p className="measure mt-3">{t.lead}</p>
      <form className="max-w-3xl" method="get" action={`${at}/carry-over`}>
        <RadioGroup
          id="from"
          name="from"
          label={t.chooseTitle}
          hint={earlier.length === 0 ? t.noEarlier : undefined}
          defaultValue={earlier[0]?.id ?? "profile"}
          options={[
            ...earlier.map((head) => earlierChoice(head, locale)),
            { value: "profile", label: t.profile, hint: t.profileHint },
          ]}
        />
        <Button variant="primary" className="mt-4">
          {t.compare}
        </Button>
      </form>
    </div>
  );
}

export function earlierChoice(head: ApplicationHead, locale: Locale): Choice {
  const t = carryMessages[locale];
  return {
    value: head.id,
    label: (locale === "en" && head.titleEn) || head.titleZh || t.untitled,
    hint: t.applicationHint({
      call: `${head.callCode} ${locale === "en" ? head.callTitleEn : head.callTitleZh}`,
      state: head.number ?? applicationStateMessages[locale].name[head.state],
      at: formatDate(locale, head.updatedAt),
    }),
  };
}
