import { countText } from "#components/ui/count-text.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";

export interface ReplyAudienceProps {
  readonly trusted: TrustedRoster;
  /** How many certificates of the reporter's it is sealed to besides. */
  readonly reporterCount: number;
  readonly isSigned: boolean;
  /** Of the member who writes; null where they have no certificate now. */
  readonly ownFingerprint: string | null;
}

/** Who will be able to read a reply, and what will vouch for its author. */
export function ReplyAudience({ trusted, reporterCount, isSigned, ownFingerprint }: ReplyAudienceProps) {
  const { sealable, skipped, roster, signedBy } = trusted;
  return (
    <>
      <p>
        Encrypted in this browser to {countText(sealable.length, "reader")} of roster {String(roster.version)}, signed
        by {signedBy.name}
        {reporterCount === 0 ? "" : `, and to ${countText(reporterCount, "certificate")} of the reporter’s`}.{" "}
        {isSigned
          ? "Signed with your key."
          : "Not signed: your private key is not in this browser, so only the portal’s word will say that it is yours."}
      </p>
      {sealable.some(({ fingerprint }) => fingerprint === ownFingerprint) ? null : (
        <p className="font-medium text-advice">
          You are not on this roster, so you will not be able to read your own message here later.
        </p>
      )}
      {skipped.length === 0 ? null : (
        <p>
          Left out, because their certificates cannot be encrypted to now:{" "}
          {skipped.map(({ name, organisation }) => `${name} (${organisation})`).join(", ")}.
        </p>
      )}
    </>
  );
}
