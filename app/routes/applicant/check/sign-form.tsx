import { isSettled } from "#app/domain/applications/correction.ts";
import type { CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import { checkMessages } from "#app/i18n/messages/check.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import type { SummarisedError } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { CheckView, Signing } from "./check-view.ts";
import { SignOffPanel, type SignOffProblem } from "./sign-off-panel.tsx";

interface SignFormProps {
  view: CheckView;
  signing: Signing | undefined;
  signOffProblem?: SignOffProblem | undefined;
}

/** The owner declares, signs and submits; everybody else is told who does. */
export function SignForm({ view, signing, signOffProblem }: SignFormProps) {
  const { locale, draft, role, gapCount } = view;
  const t = checkMessages[locale];
  const settled = draft.corrections?.every(isSettled) ?? true;
  if (draft.isClosed || role === "viewer") return null;
  return (
    <section className="panel panel--sign no-print mt-14" aria-labelledby="sign-title">
      <h2 id="sign-title">{draft.corrections ? t.signTitleCorrection : t.signTitle}</h2>
      <p className="hint mt-1">{whoSubmits(view)}</p>
      <SignOffPanel view={view} problem={signOffProblem} />
      {role === "owner" && gapCount > 0 && <p className="mt-3">{t.notReady}</p>}
      {role === "owner" && gapCount === 0 && !settled && <p className="mt-3">{t.notAllCorrected}</p>}
      {role === "owner" && gapCount === 0 && settled && <Declarations view={view} signing={signing} />}
    </section>
  );
}

function whoSubmits({ locale, role, personName, owners }: CheckView): string {
  const t = checkMessages[locale];
  if (role === "owner") return t.ownerOnly({ name: personName });
  return owners.length > 0 ? t.askOwner({ owners: owners.join(locale === "zh" ? "、" : ", ") }) : t.noOwner;
}

function Declarations({ view, signing }: SignFormProps) {
  const { locale, draft, declarations, stamp, idempotencyKey } = view;
  const t = checkMessages[locale];
  const submitLabel = draft.corrections ? t.submitCorrection : draft.head.number ? t.submitAgain : t.submit;
  return (
    <form method="post" action={`/applications/${draft.head.id}/submit`} noValidate>
      <input type="hidden" name="key" value={idempotencyKey} autoComplete="off" />
      <input type="hidden" name="seen" value={stamp} autoComplete="off" />
      {declarations.map(({ group, keys }) => (
        <fieldset key={group.group.key} className="field">
          <legend>{group.group.title?.[locale] ?? t.iDeclare}</legend>
          {group.questions
            .filter(({ field }) => keys.includes(field.key))
            .map((question) => (
              <Declaration key={question.field.key} view={view} question={question} signing={signing} />
            ))}
        </fieldset>
      ))}
      <TextInput
        id="sign-name"
        name="name"
        label={t.name}
        hint={t.nameHint}
        width="md"
        defaultValue={signing?.name ?? ""}
        errors={signing?.nameError ? [signing.nameError] : []}
        control={{ autoComplete: "off" }}
      />
      <p className="muted text-sm">{t.agreed}</p>
      <Button variant="primary" size="lg" className="mt-5">
        {submitLabel}
      </Button>
    </form>
  );
}

function Declaration({ view, question, signing }: SignFormProps & { question: CompiledQuestion }) {
  const { locale } = view;
  const { field } = question;
  const missing = signing?.missing.includes(field.key);
  return (
    <Checkbox
      className="field--tick"
      id={`declare-${field.key}`}
      name="declared"
      value={field.key}
      label={field.label[locale]}
      hint={"help" in field ? field.help?.[locale] : undefined}
      defaultChecked={signing?.declared.includes(field.key) ?? false}
      errors={missing ? [checkMessages[locale].errors.declaration_missing] : []}
    />
  );
}

export function signErrors({ locale, declarations }: CheckView, signing: Signing): SummarisedError[] {
  const labels = new Map(
    declarations.flatMap(({ group }) => group.questions.map(({ field }) => [field.key, field.label[locale]])),
  );
  const t = checkMessages[locale].errors;
  return [
    ...signing.missing.map((key) => ({
      href: `#declare-${key}`,
      text: `${labels.get(key) ?? key}${locale === "zh" ? "：" : ": "}${t.declaration_missing}`,
    })),
    ...(signing.nameError ? [{ href: "#sign-name", text: signing.nameError }] : []),
  ];
}
