import type { SealedParts } from "#lib/pgp/client.ts";
import { concatBytes } from "#lib/base/bytes.ts";

/** What is said of a sealed envelope beside its bytes: `envelopeClaimsSchema`. */
export function claimsOf({ commitment, commitmentSignature }: SealedParts) {
  return { commitment, signature: commitmentSignature };
}

/** Puts a sealed envelope into a form under a name: `NAME`, `NAME.emptyBody`, and `NAME.part` for each attachment. */
export function appendEnvelope(form: FormData, name: string, sealed: SealedParts): void {
  const message = concatBytes(...sealed.keyPackets.map(({ bytes }) => bytes), sealed.body);
  form.append(name, asFile(message), `${name}.pgp`);
  form.append(`${name}.emptyBody`, asFile(sealed.emptyBody), `${name}-empty.pgp`);
  sealed.attachments.forEach((part, index) => {
    form.append(`${name}.part`, asFile(part), `${name}-${String(index + 1)}.pgp`);
  });
}

/** Puts the part `facts` into a form. */
export function appendFacts(form: FormData, facts: unknown): void {
  form.append("facts", new Blob([JSON.stringify(facts)], { type: "application/json" }), "facts.json");
}

function asFile(bytes: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([bytes], { type: "application/octet-stream" });
}
