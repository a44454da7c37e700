import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { CheckSignature } from "./check-signature.tsx";

interface RosterSignatureProps {
  readonly listName: string;
  readonly roster: { readonly version: number; readonly issuedAt: Date; readonly expiresAt: Date };
}

/** Which roster this is, and how to verify the coordinator's signature under it. */
export function RosterSignature({ listName, roster }: RosterSignatureProps) {
  return (
    <section aria-labelledby="signature-heading" className="space-y-4">
      <h2 id="signature-heading" className="text-2xl">
        Roster, version {roster.version}
      </h2>
      <p className="max-w-prose">
        Issued on <Instant at={roster.issuedAt} />, good until <Instant at={roster.expiresAt} />. A coordinator has
        signed it, so that nobody, this server included, can slip in a reader unseen. Whoever reports has it checked
        before anything is encrypted.
      </p>
      <noscript>
        <Notice title="The signature has not been checked">
          <p>This browser runs no script. Check the signed roster below with gpg --verify.</p>
        </Notice>
      </noscript>
      <div className="noscript:hidden">
        <CheckSignature listName={listName} version={roster.version} />
      </div>
    </section>
  );
}
