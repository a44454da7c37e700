import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { armoredEnvelope, connectVault, endTabVault, hasTabVault, tabVault } from "./client.ts";
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
  readonly type: string | undefined;
  isTerminated = false;

  constructor(address: URL, { type }: { readonly type?: string } = {}) {
    super();
    this.address = address.href;
    this.type = type;
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
    expect(workers[0]?.type).toBe("module"); // the worker's file imports others
  });

  test("need not have been started to be ended", () => {
    endTabVault();
    expect(hasTabVault()).toBe(false);
    expect(workers).toEqual([]);
  });

  test("is what the worker's own file serves", async () => {
    const { port1, port2 } = new MessageChannel();
    vi.stubGlobal("self", port2);
    await import("./worker.ts");
    port2.start();
    port1.start();
    const client = connectVault(port1, () => {
      port1.close();
    });
    expect(await client.ask("keys", {})).toEqual([]);
    client.end();
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

describe("what a page says to its vault and hears from it", () => {
  /** The page's end of a channel at whose other end the test says what a vault might say. */
  function connect() {
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    port2.addEventListener("message", ({ data }: MessageEvent<unknown>) => heard.push(data));
    port1.start();
    port2.start();
    const client = connectVault(port1, () => undefined);
    onTestFinished(() => {
      port1.close();
    });
    const say = (...messages: readonly unknown[]) => {
      for (const message of messages) port2.postMessage(message);
    };
    return { client, heard, say };
  }

  /** When all that was said so far has been heard. */
  async function settle({ client, heard, say }: ReturnType<typeof connect>): Promise<void> {
    const before = heard.length;
    const last = client.ask("keys", {});
    await vi.waitFor(() => {
      expect(heard.length).toBeGreaterThan(before);
    });
    say({ call: (heard.at(-1) as { call: number }).call, answer: [] });
    await last;
  }

  test("is a call by its number, and a cancellation of that call alone, only until it is answered", async () => {
    const channel = connect();
    const { client, heard, say } = channel;
    const [early, late] = [new AbortController(), new AbortController()];
    const first = client.ask("lock", { fingerprint: null }, { signal: early.signal });
    const second = client.ask("lock", { fingerprint: "AB" }, { signal: late.signal });
    early.abort();
    say({ call: 1, answer: null }, { call: 2, answer: null });
    await Promise.all([first, second]);
    late.abort();
    const third = client.ask("keys", {}, { signal: late.signal });
    say({ call: 3, answer: [] });
    await third;
    await settle(channel);
    expect(heard.slice(0, -1)).toEqual([
      { call: 1, operation: "lock", request: { fingerprint: null } },
      { call: 2, operation: "lock", request: { fingerprint: "AB" } },
      { call: 1, cancel: true },
      { call: 3, operation: "keys", request: {} },
      { call: 3, cancel: true },
    ]);
  });

  test("counts for the call that it names, while that is not answered", async () => {
    const channel = connect();
    const { client, say } = channel;
    const told: unknown[] = [];
    const onProgress = (progress: unknown) => told.push(progress);
    const asked = client.ask("keys", {}, { onProgress });
    say({ call: 9, answer: "of nobody" }, { call: 9, progress: { done: 9, total: 9 } });
    say({ call: 1, progress: { done: 1, total: 2 } }, { call: 1, answer: ["mine"] });
    say({ call: 1, progress: { done: 2, total: 2 } }, { call: 1, failure: "too late" });
    expect(await asked).toEqual(["mine"]);
    await settle(channel);
    expect(told).toEqual([{ done: 1, total: 2 }]);
  });

  test("is a failure where the vault has a bug", async () => {
    const { client, say } = connect();
    const asked = client.ask("keys", {});
    say({ call: 1, failure: "a bug" });
    await expect(asked).rejects.toThrow("a bug");
  });
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
