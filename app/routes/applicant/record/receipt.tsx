import { receiptNumber } from "#app/domain/applications/application-number.ts";
import { companyRole } from "#app/domain/accounts/actor.ts";
import { acceptsSubmissions } from "#app/domain/calls/call-state.ts";
import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime, formatFileSize, formatReceiptTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { ReceiptPanel } from "#app/ui/receipt-panel.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { Route } from "./+types/receipt";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const version = /^[1-9]\d{0,3}$/.test(params.version) ? Number(params.version) : -1;
  const submission = found(await findSubmission(ctx, { applicationId: params.id, version }));
  found(companyRole(actor, submission.head.companyId));
  const { head, number, sha256, signedName, submittedAt, isCurrent, snapshot } = submission;
  return {
    pending: head.state === "submitted",
    taking: acceptsSubmissions(head, ctx.now),
    ...{ locale, head, number, version: submission.version, sha256, signedName, submittedAt, isCurrent },
    as: snapshot.submission,
    files: Object.values(snapshot.files).flat(),
    sections: submission.definition.parts.reduce((sum, part) => sum + part.sections.length, 0),
  };
}

export default function Receipt({ loaderData: data }: Route.ComponentProps) {
  const { locale, head, number, version, files } = data;
  const t = recordMessages[locale].receipt;
  const receipt = receiptNumber(number, version);
  const size = formatFileSize(files.reduce((sum, file) => sum + file.size, 0));
  return (
    <div className="wrap pt-8">
      <title>{`${t.pageTitle(receipt)} – ${siteMessages[locale].portalName}`}</title>
      <div className="mx-auto max-w-3xl">
        <ReceiptPanel
          title={t.title}
          subtitle={(locale === "en" && head.titleEn) || head.titleZh}
          numberLabel={t.numberLabel}
          number={receipt}
          rows={[
            { term: t.time, value: formatReceiptTime(locale, data.submittedAt) },
            { term: t.company, value: (locale === "en" && data.as.company.nameEn) || data.as.company.nameZh },
            {
              term: t.call,
              value: `${data.as.call.code} ${locale === "en" ? data.as.call.titleEn : data.as.call.titleZh}`,
            },
            {
              term: t.version,
              value: t.versionText(version),
              note: data.isCurrent ? undefined : t.superseded,
            },
            { term: t.content, value: t.contentText(data.sections, files.length, size) },
            { term: t.hash, value: <Hash sha256={data.sha256} /> },
            { term: t.signature, value: t.signatureText(data.signedName) },
          ]}
        >
          <LinkButton href={`/applications/${head.id}/status`} variant="primary">
            {t.status}
          </LinkButton>
          <LinkButton href={`/applications/${head.id}/print`}>{t.print}</LinkButton>
        </ReceiptPanel>
        <p className="muted no-print mt-3 text-sm">{t.printHint}</p>
        {data.isCurrent && data.pending && <NextSteps head={head} taking={data.taking} locale={locale} />}
        {files.length > 0 && (
          <section className="mt-10">
            <h2 className="mb-2">{t.files}</h2>
            <DataTable
              caption={t.files}
              rows={files}
              rowKey={(file) => file.id}
              layout="stack"
              columns={[
                { id: "name", head: t.fileName, cell: (file) => file.name, className: "wrap-anywhere" },
                {
                  id: "size",
                  head: t.fileSize,
                  label: t.fileSize,
                  numeric: true,
                  cell: (file) => formatFileSize(file.size),
                },
                { id: "hash", head: t.hash, label: t.hash, cell: (file) => <Hash sha256={file.sha256} /> },
              ]}
            />
          </section>
        )}
      </div>
    </div>
  );
}

/** Only while it waits for the formal check; after that the status page knows better. */
function NextSteps({ head, taking, locale }: { head: ApplicationHead; taking: boolean; locale: Locale }) {
  const t = recordMessages[locale].receipt;
  return (
    <section className="no-print mt-10">
      <h2 className="mb-4">{t.next}</h2>
      <Timeline
        steps={[
          { title: t.mailed, state: "done" },
          ...(taking && head.closesAt
            ? [
                {
                  title: t.canChange,
                  when: t.until(formatDateTime(locale, head.closesAt)),
                  state: "now" as const,
                },
              ]
            : []),
          { title: t.check, when: t.checkWhen, state: "todo" },
          { title: t.review, when: t.reviewWhen, state: "todo" },
        ]}
      />
    </section>
  );
}

/** In fours, as people compare it. */
function Hash({ sha256 }: { sha256: string }) {
  return <span className="num-id break-words">{sha256.match(/.{1,4}/g)?.join(" ")}</span>;
}
