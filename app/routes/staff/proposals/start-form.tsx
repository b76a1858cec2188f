import { oddAtLeast, runKinds } from "#app/domain/reviews/assignment-run.ts";
import { disciplines } from "#app/domain/reviews/coverage.ts";
import type { CallToAssign } from "#app/features/reviews/proposal/find-call.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Refusal, Typed } from "./refusal.ts";

interface StartFormProps {
  locale: Locale;
  call: CallToAssign;
  usualDue: string;
  tomorrow: string;
  mayBeFair: boolean;
  refused: { refusal: Refusal; typed: Typed } | undefined;
}

/** What a proposal is to keep to, and the button that starts it. */
export function StartForm({ locale, call, usualDue, tomorrow, mayBeFair, refused }: StartFormProps) {
  const t = proposalMessages[locale];
  const { disciplines: names, page } = assignMessages[locale];
  const shown = (name: string, usual: string) => refused?.typed[name] ?? usual;
  const wrong = (...reasons: Refusal[]) =>
    refused && reasons.includes(refused.refusal) ? [t.refusals[refused.refusal]] : [];
  const composition = disciplines
    .filter((each) => call.wanted[each] > 0)
    .map((each) => page.wanted(names[each], call.wanted[each]));
  return (
    <section className="mt-8" aria-labelledby="start">
      <h2 id="start">{t.start.title}</h2>
      <p className="measure mt-1">{t.start.rule(oddAtLeast(call.wanted.total), composition)}</p>
      <form method="post" noValidate className="measure mt-3 [&_.field]:my-4">
        <RadioGroup
          id="kind"
          name="kind"
          label={t.start.kind}
          {...(mayBeFair ? {} : { hint: t.start.tooMany })}
          defaultValue={shown("kind", mayBeFair ? "fair" : "max_sum")}
          errors={wrong("kind", "too_many_for_fair")}
          options={runKinds
            .filter((kind) => mayBeFair || kind === "max_sum")
            .map((kind) => ({ value: kind, label: t.start.kinds[kind] }))}
        />
        <DateInput
          id="dueOn"
          name="dueOn"
          label={t.start.dueOn}
          hint={t.start.dueHint}
          min={tomorrow}
          defaultValue={shown("dueOn", usualDue)}
          errors={wrong("due")}
        />
        <div className="flex flex-wrap gap-x-8">
          <TextInput
            id="least"
            name="least"
            label={t.start.least}
            hint={t.start.leastHint}
            width="xs"
            defaultValue={shown("least", "0")}
            errors={wrong("least")}
            control={{ inputMode: "numeric", autoComplete: "off" }}
          />
          <TextInput
            id="seed"
            name="seed"
            label={t.start.seed}
            hint={t.start.seedHint}
            width="sm"
            defaultValue={shown("seed", "1")}
            errors={wrong("seed")}
            control={{ inputMode: "numeric", autoComplete: "off" }}
          />
        </div>
        <Checkbox
          id="withoutAbsent"
          name="withoutAbsent"
          label={t.start.withoutAbsent}
          defaultChecked={refused ? refused.typed["withoutAbsent"] === "on" : true}
        />
        <Button variant="primary" name="intent" value="start">
          {t.start.submit}
        </Button>
      </form>
    </section>
  );
}
