"use client";

import { useState } from "react";
import { utf8 } from "#lib/base/bytes.ts";
import { armoredEnvelope } from "#lib/pgp/client.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { FetchPart } from "#components/thread/open-envelope.ts";
import { saveFile } from "#components/thread/save-file.ts";
import { Button } from "#components/ui/button.tsx";

export interface GpgDownloadProps {
  readonly envelope: ThreadEnvelope;
  /** Those for the reporter's own certificates. */
  readonly keyPackets: ThreadEnvelope["keyPackets"];
  readonly fetchPart: FetchPart;
}

/** Saves an envelope as messages that the reporter's own gpg opens: its text, and each large attachment. */
export function GpgDownload({ envelope, keyPackets, fetchPart }: GpgDownloadProps) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function save() {
    setPending(true);
    setProblem(null);
    for (const { part } of envelope.parts) {
      const body = await fetchPart(envelope.id, part);
      if (!body.ok) {
        setProblem(body.problem);
        break;
      }
      const message = armoredEnvelope(
        keyPackets.map(({ bytes }) => bytes),
        body.value,
      );
      saveFile(`${envelope.id}-${String(part)}.asc`, utf8(message));
    }
    setPending(false);
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button size="small" icon="download" pending={isPending} onClick={() => void save()}>
        Save for gpg
      </Button>
      <span className="text-muted">
        Open it with <code>gpg --decrypt</code>.
      </span>
      <span role="alert" className="text-refusal empty:hidden">
        {problem === null ? null : `${problem.wrong} ${problem.mend}`}
      </span>
    </div>
  );
}
