import type { ReactNode } from "react";
import type { OfficeCall } from "#app/features/calls/office/list-calls-for-office.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { officeCallMessages } from "#app/i18n/messages/office-calls.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

type Values = Record<string, string>;

interface CallFormsProps {
  call: OfficeCall;
  /** What the fields say before anybody typed. */
  initial: Values;
  /** What was sent and refused; it stays in the form it was typed into, and only there. */
  refused: { values: Values; error: { field: string; text: string } | undefined } | undefined;
  locale: Locale;
}

interface Props {
  call: OfficeCall;
  values: Values;
  error: { field: string; text: string } | undefined;
  locale: Locale;
}

/** The acts the call's state allows, each its own form with the version it was shown. */
export function CallForms({ call, initial, refused, locale }: CallFormsProps) {
  const of = (intent: string): Props =>
    refused?.values["intent"] === intent
      ? { call, locale, values: refused.values, error: refused.error }
      : { call, locale, values: initial, error: undefined };
  const t = officeCallMessages[locale];
  const running = call.state === "open" || call.state === "closing_soon";
  return (
    <>
      {call.state === "not_open" && call.listed && call.ready && <ScheduleForm {...of("schedule")} />}
      {(running || call.state === "closed") && <ExtendForm {...of("extend")} />}
      {running && (
        <Act {...of("close")} intent="close" title={t.close} hint={t.closeHint} submit={t.closeSubmit} danger>
          <Reason {...of("close")} id="closeReason" />
        </Act>
      )}
      {call.state === "closed" && (
        <Act
          {...of("start_review")}
          intent="start_review"
          title={t.startReview}
          submit={t.startReviewSubmit}
        />
      )}
      {call.state === "in_review" && (
        <Act {...of("publish")} intent="publish" title={t.publish} submit={t.publishSubmit} />
      )}
    </>
  );
}

interface ActProps extends Props {
  intent: string;
  title: string;
  hint?: string;
  submit: string;
  danger?: boolean;
  children?: ReactNode;
}

function Act({ call, intent, title, hint, submit, danger, children }: ActProps) {
  return (
    <form method="post" className="measure rule mt-8 pt-4" noValidate>
      <h2>{title}</h2>
      {hint && <p className="muted">{hint}</p>}
      <input type="hidden" name="version" value={call.version} />
      {children}
      <Button name="intent" value={intent} variant={danger ? "danger" : undefined}>
        {submit}
      </Button>
    </form>
  );
}

const errorsOf = ({ error }: Props, field: string): string[] => (error?.field === field ? [error.text] : []);

function ScheduleForm(props: Props) {
  const t = officeCallMessages[props.locale];
  return (
    <Act {...props} intent="schedule" title={t.schedule} hint={t.scheduleHint} submit={t.scheduleSubmit}>
      <DateInput
        id="opensAt"
        name="opensAt"
        kind="datetime-local"
        label={t.opensAt}
        defaultValue={props.values["opensAt"]}
        errors={errorsOf(props, "opensAt")}
      />
      <DateInput
        id="closesAt"
        name="closesAt"
        kind="datetime-local"
        label={t.closesAt}
        hint={t.closesHint}
        optional
        defaultValue={props.values["closesAt"]}
        errors={errorsOf(props, "closesAt")}
      />
    </Act>
  );
}

function ExtendForm(props: Props) {
  const t = officeCallMessages[props.locale];
  const text = (name: string) => ({
    id: name,
    name,
    defaultValue: props.values[name] ?? "",
    errors: errorsOf(props, name),
  });
  return (
    <Act {...props} intent="extend" title={t.extend} hint={t.extendHint} submit={t.extendSubmit}>
      <DateInput {...text("closesAt")} kind="datetime-local" label={t.newClosing} />
      <Reason {...props} id="reason" />
      <TextInput {...text("titleZh")} label={t.noticeTitleZh} width="full" control={{ lang: "zh-CN" }} />
      <TextArea {...text("bodyZh")} label={t.noticeBodyZh} rows={3} control={{ lang: "zh-CN" }} />
      <TextInput {...text("titleEn")} label={t.noticeTitleEn} width="full" control={{ lang: "en" }} />
      <TextArea {...text("bodyEn")} label={t.noticeBodyEn} rows={3} control={{ lang: "en" }} />
    </Act>
  );
}

function Reason(props: Props & { id: string }) {
  const t = officeCallMessages[props.locale];
  return (
    <TextArea
      id={props.id}
      name="reason"
      label={t.reason}
      hint={t.reasonHint}
      rows={2}
      defaultValue={props.values["reason"] ?? ""}
      errors={errorsOf(props, "reason")}
    />
  );
}
