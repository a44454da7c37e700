"use client";

import { useState } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import type { FetchPart } from "#components/thread/open-envelope.ts";
import { byteCountText } from "#components/ui/byte-count.ts";
import { useReaders } from "#components/readers/readers-context.ts";
import { readerName, readersOf, type EnvelopeReader } from "#components/readers/report-readers.ts";
import { WaitingForReaders } from "#components/readers/waiting-for-readers.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { OpenWithGpg } from "./open-with-gpg.tsx";

export interface EnvelopeFooterProps {
  readonly envelope: Pick<ThreadEnvelope, "id" | "parts" | "keyPackets" | "commitment">;
  /** To open it with gpg where no ticket is there to be read; null where that serves nobody. */
  readonly fetchPart: FetchPart | null;
}

/** What can be done with an envelope beside reading it here: the very messages for gpg, and who its readers are. */
export function EnvelopeFooter({ envelope, fetchPart }: EnvelopeFooterProps) {
  return (
    <div className="space-y-2">
      {envelope.keyPackets.length === 0 ? (
        <p className="text-muted">You hold no key packet of this. Another reader can grant it to you.</p>
      ) : envelope.commitment === null ? (
        <p className="text-muted">
          Made by gpg, so it has no ticket and no commitment yet: the first reader’s browser adds both.
        </p>
      ) : null}
      {envelope.keyPackets.length === 0 ? null : (
        <ul aria-label="For gpg" className="flex flex-wrap gap-x-5 gap-y-1">
          {envelope.parts.map(({ part, sizeBytes }) => (
            <li key={part}>
              <a
                href={`/api/v1/envelopes/${envelope.id}/messages/${String(part)}`}
                download
                className="link inline-flex min-h-6 items-center gap-1.5"
              >
                <Icon name="download" className="size-4" />
                {part === 0 ? "Message for gpg (.asc)" : `Attachment ${String(part)} for gpg (.asc)`}
              </a>{" "}
              <span className="text-muted tabular-nums">{byteCountText(sizeBytes)}</span>
            </li>
          ))}
        </ul>
      )}
      {fetchPart === null ? null : <OpenWithGpg envelope={envelope} fetchPart={fetchPart} />}
      <EnvelopeReaders envelope={envelope} />
    </div>
  );
}

/** They are asked for when somebody wants them: a busy thread has thousands. */
function EnvelopeReaders({ envelope: { id, commitment } }: Pick<EnvelopeFooterProps, "envelope">) {
  const [isOpen, setIsOpen] = useState(false);
  const state = useReaders(isOpen);
  return (
    <Disclosure summary="Who can read this" onToggle={setIsOpen}>
      {!isOpen ? null : state.step === "known" ? (
        <ReaderNames readers={readersOf(state.readers, state.envelopeIds.indexOf(id))} />
      ) : (
        <WaitingForReaders state={state} />
      )}
      {commitment === null ? null : (
        <p className="mt-2 text-muted">
          Commitment <span className="font-mono text-[0.9em] break-all">{commitment}</span>
        </p>
      )}
    </Disclosure>
  );
}

function ReaderNames({ readers }: { readonly readers: readonly EnvelopeReader[] }) {
  return (
    <>
      <p className="mb-2 text-muted">{countText(readers.length, "reader")}</p>
      <ul className="space-y-1.5">
        {readers.map((reader) => (
          <li key={reader.fingerprint} className="flex flex-wrap gap-x-3">
            <span className="font-medium wrap-anywhere">{readerName(reader)}</span>
            <Fingerprint value={reader.fingerprint} />
            {reader.grant === null ? null : (
              <span className="text-muted">
                granted by {reader.grant.by}, <Instant at={reader.grant.at} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
