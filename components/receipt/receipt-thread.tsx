"use client";

import { EnvelopeArticle } from "#components/thread/envelope-article.tsx";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import { openAttachment, type Opening } from "#components/thread/open-envelope.ts";
import { refused } from "#lib/base/result.ts";
import type { ReceiptResponse, ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { GpgDownload } from "./gpg-download.tsx";

export interface ReceiptThreadProps {
  readonly envelopes: readonly ThreadEnvelope[];
  readonly contents: ReadonlyMap<string, EnvelopeContents>;
  readonly opening: Opening | null;
  readonly report: ReceiptResponse;
}

/** The report, and what was written about it since, the oldest first. */
export function ReceiptThread({ envelopes, contents, opening, report }: ReceiptThreadProps) {
  const own = report.reporterCertificates
    .filter(({ origin }) => origin === "own")
    .map(({ fingerprint }) => fingerprint);
  return (
    <section aria-labelledby="thread" className="space-y-4">
      <h2 id="thread" className="text-2xl">
        Thread
      </h2>
      {envelopes.map((envelope) => {
        const packets = envelope.keyPackets.filter(({ fingerprint }) => own.includes(fingerprint));
        return (
          <EnvelopeArticle
            key={envelope.id}
            envelope={envelope}
            contents={contents.get(envelope.id) ?? { state: "opening" }}
            viewer={{ kind: "reporter" }}
            fetchAttachment={(attachment) =>
              opening === null
                ? Promise.resolve(refused(shownProblem({ code: "VAULT_ENDED", facts: {} })))
                : openAttachment(envelope, attachment, opening)
            }
            {...(packets.length === 0 || opening === null
              ? {}
              : { footer: <GpgDownload envelope={envelope} keyPackets={packets} fetchPart={opening.fetchPart} /> })}
          />
        );
      })}
      {envelopes.every(({ author }) => author === "reporter") ? (
        <p className="text-muted">Nobody has answered yet.</p>
      ) : null}
    </section>
  );
}
