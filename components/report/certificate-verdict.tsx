import { Button } from "#components/ui/button.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { JudgedCertificate } from "./draft.ts";

interface CertificateVerdictProps {
  readonly certificate: JudgedCertificate;
  readonly onRemove: () => void;
}

/** A certificate that replies can be encrypted to, with what its owner should know. */
export function CertificateVerdict({ certificate, onRemove }: CertificateVerdictProps) {
  const { fingerprint, userIds, algorithm, expiresAt, warnings } = certificate;
  return (
    <div className="space-y-3">
      <Notice
        tone="success"
        role="status"
        title="Replies can be encrypted to your certificate"
        actions={
          <Button size="small" onClick={onRemove}>
            Remove the certificate
          </Button>
        }
      >
        <p>
          <Fingerprint value={fingerprint} />
        </p>
        <p>
          {algorithm}
          {expiresAt === null ? ", does not expire" : null}
          {expiresAt === null ? null : (
            <>
              , expires <Instant at={expiresAt} />
            </>
          )}
        </p>
        {userIds.map((userId) => (
          <p key={userId} className="break-all">
            {userId}
          </p>
        ))}
      </Notice>
      {warnings.map((warning) => (
        <Notice key={warning} tone="advice">
          <p>{warning}</p>
        </Notice>
      ))}
    </div>
  );
}
