import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { reasonWords } from "./publish-now-message.ts";

/** To the reporter: the list would much rather see it published now (A3). Nothing where it has not said so. */
export function PublicationWish({ wish }: { readonly wish: ReceiptResponse["publicationWish"] }) {
  if (wish === null) return null;
  return (
    <Notice tone="advice" title="The list would much rather see it published now (A3)">
      <p>
        Several of its members have looked at your report and find that {reasonWords[wish.because]}, so that an embargo
        helps nobody any more (<PolicyLink id="A3" />
        ). Please publish it now, or answer below and say what there is to wait for.
      </p>
      <p className="text-sm text-muted">
        <Instant at={wish.at} />
      </p>
    </Notice>
  );
}
