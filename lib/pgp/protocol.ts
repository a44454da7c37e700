import type { Problem } from "#lib/base/problem.ts";
import type { Result } from "#lib/base/result.ts";
import type { ClaimedSignature, CommitmentSignature } from "./commitment-signature.ts";
import type { ReaderCertificate, SealedKeyPacket } from "./grant.ts";
import type { KeyPacketProblem, OpenProblem } from "./open.ts";
import type { CertificateText } from "./read-certificates.ts";
import type { ReceiptKind } from "./receipt.ts";
import type { Roster, RosterReader } from "./roster.ts";
import type { SignatureVerdict, SignerCertificate } from "./signature-verdict.ts";
import type { PinnedCoordinator, RosterProblem, VerifiedRoster } from "./signed-roster.ts";
import type { UnlockProblem } from "./unlock.ts";
import type { Verdict } from "./verdict.ts";

/**
 * [Note: the vault]
 *
 * Each tab has one worker, its vault. It holds unlocked keys and session keys in memory and nowhere else, and dies with
 * the tab. A private key never leaves it; a session key leaves it only by `disclose`, or sealed. Everything else about
 * a page's keys is asked of it with the operations below. All instants given to it are the server's. Certificates and
 * packets are binary; fingerprints and key ids upper-case, commitments lower-case hexadecimal.
 */
export interface VaultOperations {
  /** The certificates in a file or pasted text, each with what we think of it. */
  judgeCertificates: (request: {
    readonly input: Uint8Array | string;
    readonly at: Date;
  }) => Result<
    readonly JudgedCertificate[],
    Problem<"CERTIFICATE_IS_PRIVATE" | "CERTIFICATE_TOO_LARGE" | "CERTIFICATE_UNREADABLE" | "CERTIFICATE_NONE_FOUND">
  >;

  /** A roster as far as pinned coordinators signed it, with each reader's certificate judged. See `verifyRoster`. */
  checkRoster: (request: {
    readonly signed: string;
    readonly pinned: readonly PinnedCoordinator[];
    readonly list: string;
    readonly certificates: readonly Uint8Array[];
    readonly lowestVersion: number;
    readonly at: Date;
  }) => Result<CheckedRoster, RosterProblem>;

  /** The text of a roster, for a coordinator who signs it in a terminal. */
  rosterText: (request: { readonly roster: Roster }) => string;

  /** A fresh receipt; its key is unlocked in the vault from then on. */
  newReceipt: (request: NoRequest) => UnlockedReceipt;

  /** Takes a receipt that somebody typed; where it holds a key, that is unlocked from then on. */
  unlockReceipt: (request: {
    readonly text: string;
  }) => Result<UnlockedReceipt, Problem<"RECEIPT_MALFORMED" | "RECEIPT_TYPO">>;

  /** Unlocks a private key, armoured or binary. See `unlockKey`. */
  unlock: (request: {
    readonly privateKey: Uint8Array | string;
    readonly passphrase: string;
  }) => Result<KeySummary, UnlockProblem>;

  /** The keys that are unlocked. */
  keys: (request: NoRequest) => readonly KeySummary[];

  /** Wipes one key, or with null all keys and all session keys. */
  lock: (request: { readonly fingerprint: string | null }) => null;

  /** A clear-signed text: an answer to a challenge, or a roster. See `clearSign`. */
  signText: (request: {
    readonly fingerprint: string;
    readonly text: string;
    readonly at: Date;
  }) => Result<string, Problem<"PGP_NOT_UNLOCKED" | "SIGNING_KEY_MISSING">>;

  /** Reads certificates ahead of `seal` or `grant`, which then take a few milliseconds; refuses as they would. */
  prepare: (request: {
    readonly readers: readonly ReaderCertificate[];
    readonly at: Date;
  }) => Result<null, Problem<"PGP_READER_UNUSABLE" | "PGP_CANCELLED">>;

  /** Seals an entity and large attachments under one session key. Progress counts entity and attachments. */
  seal: (
    request: SealRequest,
  ) => Result<
    SealedParts,
    Problem<"PGP_READER_UNUSABLE" | "PGP_SIGNER_UNUSABLE" | "PGP_KEY_STUB" | "PGP_NOT_UNLOCKED" | "PGP_CANCELLED">
  >;

  /** Opens bodies, in order, each with its own outcome. Progress counts bodies. */
  open: (request: {
    readonly bodies: readonly SealedBody[];
    readonly signers: readonly SignerCertificate[];
    readonly at: Date;
  }) => readonly Result<OpenedBody, VaultOpenProblem>[];

  /** Key packets of some envelopes for some readers. Progress counts envelopes. */
  grant: (request: {
    readonly envelopes: readonly EnvelopeKeys[];
    readonly readers: readonly ReaderCertificate[];
    readonly at: Date;
  }) => readonly Result<readonly SealedKeyPacket[], VaultOpenProblem | Problem<"PGP_READER_UNUSABLE">>[];

  /** What an envelope made by gpg lacks: the empty body for tickets, and the commitment. */
  complete: (request: {
    readonly envelopeId: string;
    readonly body: Uint8Array;
  }) => Result<{ readonly emptyBody: Uint8Array; readonly commitment: string }, Problem<"PGP_NOT_UNLOCKED">>;

  /** Takes session keys that gpg or sq printed for tickets, one a line, and finds out whose they are. */
  takeSessionKeys: (request: {
    readonly lines: string;
    readonly tickets: readonly { readonly envelopeId: string; readonly emptyBody: Uint8Array }[];
  }) => Result<TakenSessionKeys, Problem<"PGP_NOT_A_SESSION_KEY" | "PGP_OTHER_CIPHER">>;

  /** Takes the session keys in a keyring, by the unlocked key or by its ticket's line. Answers how many there are. */
  openKeyring: (request: {
    readonly body: Uint8Array;
    readonly keyPacket: Uint8Array;
    readonly sessionKeyLine: string | null;
  }) => Result<
    number,
    | KeyPacketProblem
    | OpenProblem
    | Problem<"PGP_KEYRING_UNREADABLE" | "PGP_NOT_A_SESSION_KEY" | "PGP_OTHER_CIPHER" | "PGP_NOT_UNLOCKED">
  >;

  /** All session keys that the vault holds, sealed to their owner. */
  sealKeyring: (request: {
    readonly owner: ReaderCertificate;
    readonly at: Date;
  }) => Result<SealedKeyringParts, Problem<"PGP_READER_UNUSABLE">>;

  /** The session key of an envelope that is to be published, as `9:HEX`. It cannot be taken back. */
  disclose: (request: { readonly envelopeId: string }) => Result<string, Problem<"PGP_NOT_UNLOCKED">>;
}

/** Of operations that need to be told nothing. */
export type NoRequest = Readonly<Record<string, never>>;

export interface KeySummary {
  readonly fingerprint: string;
  readonly keyIds: readonly string[];
  readonly canDecrypt: boolean;
  readonly canSign: boolean;
}

export interface JudgedCertificate extends CertificateText {
  readonly verdict: Verdict;
}

/** A reader of a checked roster, ready to be sealed to unless something is wrong with their certificate. */
export interface CheckedReader extends RosterReader, ReaderCertificate {
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly encryptionKeyId: string;
  readonly verdict: Verdict;
}

export interface CheckedRoster extends Omit<VerifiedRoster, "readers" | "certificates"> {
  readonly readers: readonly CheckedReader[];
}

export interface UnlockedReceipt {
  /** The code to show. */
  readonly text: string;
  readonly kind: ReceiptKind;
  readonly lookupId: string;
  /** Proves the receipt. 64 lower-case hexadecimal digits, like its hash. */
  readonly authenticator: string;
  /** SHA-256 of the authenticator's bytes: all that the server keeps of it. */
  readonly authenticatorHash: string;
  /** Of the key that is now unlocked; null where the receipt holds none. */
  readonly certificate: { readonly fingerprint: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
}

export interface SealRequest {
  /** Under which the vault keeps the session key, so that its author can open it; null to keep none. */
  readonly envelopeId: string | null;
  readonly entity: Uint8Array;
  /** Large attachments, each of which becomes a body of its own. */
  readonly attachments: readonly Uint8Array[];
  readonly readers: readonly ReaderCertificate[];
  /** Fingerprint of the unlocked key that signs inside, and the commitment; null for none. */
  readonly signer: string | null;
  readonly at: Date;
}

export interface SealedParts {
  readonly keyPackets: readonly SealedKeyPacket[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** In the order of the attachments. */
  readonly attachments: readonly Uint8Array<ArrayBuffer>[];
  readonly emptyBody: Uint8Array<ArrayBuffer>;
  readonly commitment: string;
  /** Armoured; null where nobody signed. */
  readonly commitmentSignature: string | null;
}

/** How to come by an envelope's session key: the vault may hold it, or a key that one of the packets is for. */
export interface EnvelopeKeys {
  readonly envelopeId: string;
  readonly keyPackets: readonly Uint8Array[];
}

/** An envelope's own body, or one of its attachments. */
export interface SealedBody extends EnvelopeKeys {
  readonly body: Uint8Array;
  /** Of the envelope; null for an attachment, and where there is none yet. */
  readonly commitment: string | null;
  /** Of the commitment, by the portal's word; null where nobody signed it, left out where nobody asks. */
  readonly commitmentSignature?: ClaimedSignature | null;
}

export interface OpenedBody {
  readonly entity: Uint8Array<ArrayBuffer>;
  readonly signatures: readonly SignatureVerdict[];
  /** `mismatch`: its author told the server of another session key or body than this reader got. */
  readonly commitment: "fits" | "mismatch" | "none";
  /** Judged over what was opened: where the commitment is of something else, so is its signature. */
  readonly commitmentSignature: CommitmentSignature;
}

export type VaultOpenProblem = KeyPacketProblem | OpenProblem | Problem<"PGP_NOT_UNLOCKED" | "PGP_CANCELLED">;

export interface TakenSessionKeys {
  readonly envelopeIds: readonly string[];
  /** Lines that hold a session key, but of none of these tickets. */
  readonly strangers: number;
}

export interface SealedKeyringParts {
  readonly keyPacket: SealedKeyPacket;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly emptyBody: Uint8Array<ArrayBuffer>;
  /** How many session keys are in it. */
  readonly size: number;
}

export type VaultOperation = keyof VaultOperations;
export type VaultRequest<Operation extends VaultOperation> = Parameters<VaultOperations[Operation]>[0];
export type VaultAnswer<Operation extends VaultOperation> = ReturnType<VaultOperations[Operation]>;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What an operation is given beside its request. */
export interface VaultContext {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** The vault itself, on whichever side of the worker: every operation, in earnest. */
export type Vault = {
  readonly [Operation in VaultOperation]: (
    request: VaultRequest<Operation>,
    context: VaultContext,
  ) => Promise<VaultAnswer<Operation>>;
};

/** From the page to the worker. `call` tells the calls of one page apart. */
export type PageMessage =
  | { readonly call: number; readonly operation: VaultOperation; readonly request: unknown }
  | { readonly call: number; readonly cancel: true };

/** From the worker to the page. A failure is a bug or lost memory; what may be expected is an answer. */
export type WorkerMessage =
  | { readonly call: number; readonly progress: Progress }
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly failure: string };

/** What both ends of the channel have: a worker, a worker's global scope, a message port. */
export interface VaultPort {
  postMessage: (message: unknown, options: { transfer: Transferable[] }) => void;
  addEventListener: (type: "message", listener: (event: MessageEvent) => void) => void;
}
