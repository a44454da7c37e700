import type { Entity } from "#lib/mime/entity.ts";
import type { CommitmentSignature, SignatureVerdict } from "#lib/pgp/client.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";

/** What this browser knows of the inside of an envelope. */
export type EnvelopeContents =
  | { readonly state: "opening" }
  /** Nothing at hand opens it yet: no key, no ticket. */
  | { readonly state: "locked" }
  | { readonly state: "failed"; readonly problem: ShownProblem }
  | OpenedContents;

export interface OpenedContents {
  readonly state: "opened";
  readonly entity: Entity;
  readonly signatures: readonly SignatureVerdict[];
  /** Whether all readers hold this very session key, by the envelope's commitment; null where it has none. */
  readonly fitsCommitment: boolean | null;
  /** Whether the author vouches for this very body and session key. */
  readonly commitmentSignature: CommitmentSignature;
}
