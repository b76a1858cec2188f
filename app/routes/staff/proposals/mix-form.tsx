import type { MixWeights } from "#app/domain/reviews/assignment-run.ts";
import type { AssignmentMix } from "#app/features/reviews/proposal/assignment-mix.ts";
import type { PreviewedPair } from "#app/features/reviews/proposal/find-preparation.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Refusal, Typed } from "./refusal.ts";

interface MixFormProps {
  locale: Locale;
  mix: AssignmentMix;
  mayPropose: boolean;
  preview: readonly PreviewedPair[];
  /** Weights of the address that are only tried. */
  tried: MixWeights | null;
  typed: Typed | null;
  refused: { refusal: Refusal; typed: Typed } | undefined;
}

const parts = ["declared", "text", "wish"] as const;

/** The weights of a match, and what they do to a few pairs. */
export function MixForm(props: MixFormProps) {
  const { locale, mix, mayPropose, tried, typed, refused, preview } = props;
  const t = proposalMessages[locale];
  const shown = refused?.typed ?? typed;
  const isWrong = refused?.refusal === "weights" || (typed !== null && tried === null);
  return (
    <section className="mt-8" id="mix" aria-labelledby="mix-title">
      <h2 id="mix-title">{t.mix.title}</h2>
      <p className="measure mt-1">{t.mix.lead}</p>
      <form method="post" noValidate className="mt-3 [&_.field]:my-3">
        <input type="hidden" name="version" value={mix.version} />
        <div className="flex flex-wrap gap-x-8">
          {parts.map((part) => (
            <TextInput
              key={part}
              id={part}
              name={part}
              label={t.mix[part]}
              hint={t.mix.hint}
              width="xs"
              defaultValue={shown?.[part] ?? String(mix.weights[part])}
              errors={isWrong && part === "declared" ? [t.refusals.weights] : []}
              control={{ inputMode: "numeric", autoComplete: "off" }}
            />
          ))}
        </div>
        {mayPropose && (
          <Checkbox
            id="wishesOpen"
            name="wishesOpen"
            label={t.mix.wishesOpen}
            hint={t.mix.wishesHint}
            defaultChecked={refused ? refused.typed["wishesOpen"] === "on" : mix.wishesOpen}
          />
        )}
        <div className="flex flex-wrap gap-3">
          {mayPropose && (
            <Button name="intent" value="mix">
              {t.mix.save}
            </Button>
          )}
          <Button variant="quiet" formMethod="get" formAction="#mix" name="preview" value="1">
            {t.mix.preview}
          </Button>
        </div>
      </form>
      <h3 className="mt-4">{t.mix.previewTitle}</h3>
      {tried && <p className="st-warn">{t.mix.unsaved}</p>}
      {preview.length === 0 ? (
        <p className="muted">{t.mix.none}</p>
      ) : (
        <PreviewTable preview={preview} locale={locale} />
      )}
    </section>
  );
}

function PreviewTable({ preview, locale }: { preview: readonly PreviewedPair[]; locale: Locale }) {
  const t = proposalMessages[locale].mix;
  return (
    <DataTable
      caption={t.previewCaption}
      dense
      layout="scroll"
      className="max-w-4xl"
      rows={preview}
      rowKey={({ application, reviewer }) => `${application.number} ${reviewer}`}
      columns={[
        {
          id: "application",
          head: t.application,
          rowHeader: true,
          cell: ({ application }) => (
            <>
              <span className="muted me-2">{application.number}</span>
              {(locale === "en" && application.titleEn) || application.titleZh}
            </>
          ),
        },
        { id: "reviewer", head: t.reviewer, className: "nowrap", cell: ({ reviewer }) => reviewer },
        ...parts.map((part) => ({
          id: part,
          head: t.parts[part],
          numeric: true,
          cell: (row: PreviewedPair) => percentOf(row[part]),
        })),
        { id: "whole", head: t.whole, numeric: true, cell: ({ whole }) => <b>{percentOf(whole)}</b> },
      ]}
    />
  );
}

const percentOf = (part: number | null): string => (part === null ? "–" : `${Math.round(part * 100)}%`);
