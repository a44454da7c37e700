import { Notice } from "#components/ui/notice.tsx";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";

export interface WithoutKeyNoticeProps {
  readonly report: ReceiptResponse;
  readonly holdsKey: boolean;
}

/** A receipt that the server made lets its holder in and opens nothing: says what can be done about it. */
export function WithoutKeyNotice({ report, holdsKey }: WithoutKeyNoticeProps) {
  if (holdsKey) return null;
  const hasOwn = report.reporterCertificates.some(({ origin }) => origin === "own");
  return (
    <Notice title="This receipt holds no key">
      {hasOwn ? (
        <p>
          Your report came by the API, and replies are encrypted to the certificate that you gave. Save them below, and
          open them with your gpg.
        </p>
      ) : (
        <p>
          Your report came by the API, without a certificate. You can ask for replies here, but not read them until you
          have added one{" "}
          <a href="#your-certificate" className="link">
            at the end of this page
          </a>
          ; what is written before then stays closed to you.
        </p>
      )}
    </Notice>
  );
}
