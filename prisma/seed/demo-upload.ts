import { concatBytes, hex, sha256 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { composeAttachment } from "#lib/mime/compose-attachment.ts";
import { composeEntity } from "#lib/mime/compose-entity.ts";
import type { Field, OutgoingAttachment } from "#lib/mime/entity.ts";
import { placeAttachments } from "#lib/mime/place-attachments.ts";
import type { ReaderCertificate } from "#lib/pgp/client.ts";
import type { EnvelopeUpload } from "#lib/schema/submission.ts";
import { unwatched, type DemoVault } from "./demo-vault.ts";

export interface DemoDraft {
  readonly subject: string;
  readonly text: string;
  readonly fields: readonly Field[];
  readonly attachments: readonly OutgoingAttachment[];
}

/** Whom something is sealed to and who signs it, with a key that is unlocked in the vault. */
export interface DemoSealing {
  readonly vault: DemoVault;
  readonly roster: PublishedRoster;
  /** The certificate of the reporter's receipt. */
  readonly reporter: Uint8Array;
  readonly signer: string;
  readonly at: Date;
}

/** A draft as it is uploaded from a browser: composed, padded, sealed, large attachments as bodies of their own. */
export async function sealDraft(draft: DemoDraft, sealing: DemoSealing): Promise<EnvelopeUpload> {
  const { inside, apart } = placeAttachments(draft.attachments);
  const referencedAttachments = await Promise.all(
    apart.map(async ({ name, mediaType, contents }, index) => {
      const sha256Hex = hex(await sha256(contents));
      return { name, mediaType, sizeBytes: contents.length, sha256Hex, part: index + 1 };
    }),
  );
  const entity = composeEntity({ ...draft, attachments: inside, referencedAttachments, sentAt: sealing.at });
  return sealEntity(entity, apart.map(composeAttachment), sealing);
}

/** A composed entity, a card for one, as it is uploaded. */
export async function sealEntity(
  entity: Uint8Array<ArrayBuffer>,
  attachments: readonly Uint8Array<ArrayBuffer>[],
  { vault, roster, reporter, signer, at }: DemoSealing,
): Promise<EnvelopeUpload> {
  const readers: readonly ReaderCertificate[] = [
    ...roster.readers.map(({ name, certificate, encryptionKeyId }) => ({ name, certificate, encryptionKeyId })),
    { name: "the reporter", certificate: reporter },
  ];
  const request = { envelopeId: null, entity, attachments, readers, signer, at };
  const sealed = expectOk(await vault.seal(request, unwatched));
  return {
    message: concatBytes(...sealed.keyPackets.map(({ bytes }) => bytes), sealed.body),
    parts: sealed.attachments,
    emptyBody: sealed.emptyBody,
    claims: { commitment: sealed.commitment, signature: sealed.commitmentSignature },
  };
}
