import { Fragment, type ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { fieldAria } from "./field-aria.ts";
import { FieldTexts } from "./field-texts.tsx";
import { usePage } from "./page-context.tsx";
import { ScoreRadios } from "./score-radios.tsx";

interface CriterionCardProps {
  id: string;
  name: string;
  code: string;
  title: string;
  weight: string;
  /** Of its own: a score under it needs words. */
  floor?: string | undefined;
  /** What the score is worth, once there is one. */
  points?: string;
  /** The one being worked on. */
  current?: boolean;
  defaultValue?: string;
  /** The sentence that the chosen score stands for. */
  anchor: ReactNode;
  evidence?: readonly { href: string; label: string }[];
  errors?: readonly string[];
  comment?: ReactNode;
  /** Open where the score needs words, folded where they are welcome. */
  commentOpen?: boolean;
}

export function CriterionCard(props: CriterionCardProps) {
  const { id, name, code, title, weight, floor, points, current, defaultValue, anchor, evidence, errors } =
    props;
  const t = shellMessages[usePage().locale];
  return (
    <fieldset
      className="crit"
      id={`${id}-field`}
      data-now={current ? "" : undefined}
      data-criterion={code}
      aria-describedby={fieldAria({ id, errors, describedBy: `${id}-anchor` })["aria-describedby"]}
    >
      <legend>
        <span className="crit-h">
          <span className="muted">{code}</span>
          <b>{title}</b>
          <span className="muted ms-auto text-xs whitespace-nowrap">
            {t.weight({ weight })}
            {floor !== undefined && ` · ${t.floor({ floor })}`}
          </span>
          <b className="crit-points">{points ?? "–"}</b>
        </span>
      </legend>
      <FieldTexts id={id} errors={errors} />
      <ScoreRadios id={id} name={name} defaultValue={defaultValue} />
      <p className="anchor">
        <span id={`${id}-anchor`}>{anchor}</span>
        {evidence && evidence.length > 0 && <Evidence links={evidence} />}
      </p>
      <Comment {...props} />
    </fieldset>
  );
}

function Evidence({ links }: { links: readonly { href: string; label: string }[] }) {
  const t = shellMessages[usePage().locale];
  return (
    <span className="ms-3">
      {t.evidence}
      {links.map(({ href, label }, index) => (
        <Fragment key={href}>
          {index > 0 && t.evidenceSeparator}
          <a href={href}>{label}</a>
        </Fragment>
      ))}
    </span>
  );
}

function Comment({ comment, commentOpen }: CriterionCardProps) {
  const t = shellMessages[usePage().locale];
  if (!comment) return null;
  return (
    <details className="mt-1 text-xs" open={commentOpen}>
      <summary className="muted">{commentOpen ? t.comment : t.writeComment}</summary>
      {comment}
    </details>
  );
}
