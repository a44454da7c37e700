"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";
import type { Opening } from "#components/thread/open-envelope.ts";
import { completeEnvelope } from "./complete-envelope.ts";

/**
 * Completes envelopes that were made by gpg once they are open here, and compares what others put there meanwhile.
 * Answers the contents, marked where an envelope's commitment is not the one that this browser's session key makes.
 */
export function useCompletion(
  envelopes: readonly ThreadEnvelope[],
  contents: ReadonlyMap<string, EnvelopeContents>,
  opening: Opening | null,
): ReadonlyMap<string, EnvelopeContents> {
  const router = useRouter();
  const tried = useRef(new Set<string>());
  const [own, setOwn] = useState<ReadonlyMap<string, string>>(new Map());

  useEffect(() => {
    if (opening === null) return;
    const bare = envelopes.filter(
      ({ id, commitment }) => commitment === null && contents.get(id)?.state === "opened" && !tried.current.has(id),
    );
    for (const { id } of bare) {
      tried.current.add(id);
      void completeEnvelope(id, opening).then((completed) => {
        if (!completed.ok) return;
        setOwn((known) => new Map(known).set(id, completed.value));
        router.refresh();
      });
    }
  }, [envelopes, contents, opening, router]);

  return new Map([...contents].map(([id, each]) => [id, marked(each, envelopes, own, id)]));
}

function marked(
  contents: EnvelopeContents,
  envelopes: readonly ThreadEnvelope[],
  own: ReadonlyMap<string, string>,
  id: string,
): EnvelopeContents {
  const ours = own.get(id);
  const stored = envelopes.find((envelope) => envelope.id === id)?.commitment ?? null;
  if (contents.state !== "opened" || ours === undefined || stored === null) return contents;
  return { ...contents, fitsCommitment: ours === stored };
}
