import { armorMessage } from "./armor.ts";
import { joinEnvelope } from "./envelope-check.ts";
import type {
  PageMessage,
  Progress,
  VaultAnswer,
  VaultOperation,
  VaultPort,
  VaultRequest,
  WorkerMessage,
} from "./protocol.ts";

// This is all of `lib/pgp` that a page may import: neither this file nor what it imports names OpenPGP.js, so that the
// library is in the worker's bundle alone.
export type { ClaimedSignature, CommitmentSignature } from "./commitment-signature.ts";
export type { ReaderCertificate } from "./grant.ts";
export type {
  CheckedReader,
  CheckedRoster,
  JudgedCertificate,
  KeySummary,
  OpenedBody,
  Progress,
  SealedBody,
  SealedKeyringParts,
  SealedParts,
  UnlockedReceipt,
  VaultOpenProblem,
} from "./protocol.ts";
export type { SignatureVerdict, SignerCertificate } from "./signature-verdict.ts";

export interface AskOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting it makes the vault stop at the next part; the answer then holds PGP_CANCELLED. */
  readonly signal?: AbortSignal;
  /** Buffers of the request that are handed over instead of copied, and are empty here afterwards. */
  readonly transfer?: readonly Transferable[];
}

/** A page's end of its vault. */
export interface VaultClient {
  /** Asks for one operation; see `VaultOperations` for what each does. Throws where the vault has a bug or has died. */
  ask: <Operation extends VaultOperation>(
    operation: Operation,
    request: VaultRequest<Operation>,
    options?: AskOptions,
  ) => Promise<VaultAnswer<Operation>>;
  /** Ends the vault at once, with all keys in it. What was asked and is not answered throws. */
  end: () => void;
}

let current: VaultClient | null = null;

/** This tab's vault, started when it is first asked for. Browser only. */
export function tabVault(): VaultClient {
  current ??= startVault();
  return current;
}

/** Whether this tab has a vault already; without one no key is unlocked. */
export function hasTabVault(): boolean {
  return current !== null;
}

/** Ends this tab's vault: at sign-out, or to cancel what cannot be. The next {@link tabVault} is an empty one. */
export function endTabVault(): void {
  current?.end();
  current = null;
}

/** An armoured message for whoever holds the key packet, or all of several: what gpg opens. */
export function armoredEnvelope(keyPackets: readonly Uint8Array[], body: Uint8Array): string {
  return armorMessage(keyPackets.reduceRight((message, keyPacket) => joinEnvelope(keyPacket, message), body));
}

function startVault(): VaultClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const client = connectVault(worker, () => {
    worker.terminate();
  });
  const fail = () => {
    if (current === client) current = null;
    client.end();
  };
  worker.addEventListener("error", fail);
  worker.addEventListener("messageerror", fail);
  return client;
}

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** A client of whatever vault is served at the other end of a port. */
export function connectVault(port: VaultPort, terminate: () => void): VaultClient {
  const pending = new Map<number, Pending>();
  let calls = 0;
  let isEnded = false;

  port.addEventListener("message", ({ data: message }: MessageEvent<WorkerMessage>) => {
    const waiting = pending.get(message.call);
    if (waiting === undefined) return;
    if ("progress" in message) {
      waiting.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.call);
    if ("failure" in message) waiting.reject(new Error(message.failure));
    else waiting.resolve(message.answer);
  });

  function send(message: PageMessage, transfer: readonly Transferable[] = []): void {
    port.postMessage(message, { transfer: [...transfer] });
  }

  return {
    ask: (operation, request, { onProgress, signal, transfer } = {}) => {
      if (isEnded) return Promise.reject(new Error("the vault was ended"));
      calls += 1;
      const call = calls;
      const answer = new Promise((resolve, reject) => {
        pending.set(call, { resolve, reject, onProgress });
      });
      send({ call, operation, request }, transfer);
      const cancel = () => {
        send({ call, cancel: true });
      };
      if (signal?.aborted === true) cancel();
      else signal?.addEventListener("abort", cancel);
      const settled = answer.finally(() => signal?.removeEventListener("abort", cancel));
      return settled as Promise<VaultAnswer<typeof operation>>;
    },
    end() {
      isEnded = true;
      terminate();
      for (const { reject } of pending.values()) reject(new Error("the vault was ended"));
      pending.clear();
    },
  };
}
