import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** To the reporter: who reads what is written from now on, where the discussion has moved (A5). Nothing where it has not. */
export function MovedForReporter({ report: { moved, listName } }: { readonly report: ReceiptResponse }) {
  if (moved === null) return null;
  return (
    <Notice title={`The discussion has moved to ${listName}`}>
      <p>
        A member found that it concerns Linux alone (<PolicyLink id="A5" />
        ). Since <Instant at={moved.at} /> what is written is encrypted to the readers of {listName} only, your answers
        too. The readers of {moved.from} keep what they had before.
      </p>
    </Notice>
  );
}
