import { ok } from "#lib/base/result.ts";
import { requestBytes } from "#components/request/request.ts";
import type { FetchPart } from "#components/thread/open-envelope.ts";

export interface EnvelopeBodies {
  /** As a member may fetch them. The body that holds an envelope's text is fetched once. */
  readonly fetchPart: FetchPart;
}

/** The sealed bodies of one report's envelopes, as long as its page is open. */
export function envelopeBodies(): EnvelopeBodies {
  const known = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    async fetchPart(envelopeId, part) {
      const kept = part === 0 ? known.get(envelopeId) : undefined;
      if (kept !== undefined) return ok(kept);
      const fetched = await requestBytes(`/api/v1/envelopes/${envelopeId}/parts/${String(part)}`);
      if (fetched.ok && part === 0) known.set(envelopeId, fetched.value);
      return fetched;
    },
  };
}
