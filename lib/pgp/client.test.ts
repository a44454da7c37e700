import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { armoredEnvelope, endTabVault, hasTabVault, tabVault } from "./client.ts";
import { ticketParts } from "./client-ticket.ts";
import { dearmor } from "./armor.ts";
import { expectOk } from "#lib/base/result.ts";
import { asReader, sealedAt, sealedEntity } from "./fixtures/vault-bench.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import { serveVault } from "./serve-vault.ts";
import { ticketOf } from "./ticket.ts";
import { createVault } from "./vault.ts";

const ada = await freshKey("Ada");
const workers: WorkerInNode[] = [];

/** Node has no workers of the web's kind: this one serves a real vault at the other end of a real message channel. */
class WorkerInNode extends EventTarget {
  readonly #channel = new MessageChannel();
  readonly address: string;
  isTerminated = false;

  constructor(address: URL) {
    super();
    this.address = address.href;
    const { port1, port2 } = this.#channel;
    serveVault(createVault(), port2);
    port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
    port1.start();
    port2.start();
    workers.push(this);
  }

  postMessage(message: unknown, { transfer }: { transfer: Transferable[] }): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }
}

beforeEach(() => {
  vi.stubGlobal("Worker", WorkerInNode);
});

afterEach(() => {
  endTabVault();
  vi.unstubAllGlobals();
  workers.length = 0;
});

async function unlockAda(): Promise<void> {
  expectOk(await tabVault().ask("unlock", { privateKey: ada.privateKey.armor(), passphrase: "" }));
}

describe("a tab's vault", () => {
  test("is started when it is first asked for, and is one", async () => {
    expect(hasTabVault()).toBe(false);
    await unlockAda();
    expect(hasTabVault()).toBe(true);
    expect(await tabVault().ask("keys", {})).toMatchObject([{ fingerprint: ada.fingerprint }]);
    expect(workers.map(({ address }) => new URL(address).pathname.split("/").at(-1))).toEqual(["worker.ts"]);
  });

  test("that was ended is gone with its keys, and the next is an empty one", async () => {
    await unlockAda();
    const waiting = tabVault().ask("keys", {});
    endTabVault();
    await expect(waiting).rejects.toThrow("ended");
    expect(workers[0]?.isTerminated).toBe(true);
    expect(hasTabVault()).toBe(false);
    expect(await tabVault().ask("keys", {})).toEqual([]);
  });

  test.each(["error", "messageerror"])(
    "that dies of an %s answers nothing, and the next is an empty one",
    async (end) => {
      await unlockAda();
      const dead = tabVault();
      const waiting = dead.ask("keys", {});
      workers[0]?.dispatchEvent(new Event(end));
      await expect(waiting).rejects.toThrow("ended");
      await expect(dead.ask("keys", {})).rejects.toThrow("ended");
      expect(hasTabVault()).toBe(false);

      const next = tabVault();
      workers[0]?.dispatchEvent(new Event(end));
      expect(tabVault()).toBe(next);
      expect(await next.ask("keys", {})).toEqual([]);
    },
  );
});

describe("what a page makes of packets", () => {
  test("is a ticket that falls into the same two packets, and nothing else does", async () => {
    const brook = await freshKey("Brook");
    const parts = expectOk(
      await tabVault().ask("seal", {
        envelopeId: null,
        entity: sealedEntity,
        attachments: [],
        readers: [asReader(ada), asReader(brook)],
        signer: null,
        at: sealedAt,
      }),
    );
    const [keyPacket, other] = parts.keyPackets.map(({ bytes }) => bytes);
    if (keyPacket === undefined || other === undefined) throw new Error("not sealed to both");
    const ticket = expectOk(dearmor(ticketOf(keyPacket, parts.emptyBody))).bytes;
    expect(ticketParts(ticket)).toEqual({ keyPacket, emptyBody: parts.emptyBody });

    const forBoth = expectOk(dearmor(armoredEnvelope([keyPacket, other], parts.emptyBody))).bytes;
    expect(ticketParts(forBoth)).toBeNull();
    expect(ticketParts(parts.emptyBody)).toBeNull();
    expect(ticketParts(ticket.subarray(1))).toBeNull();
  });
});
