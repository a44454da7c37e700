import { afterEach, describe, expect, test } from "vitest";
import type { Vault, VaultContext, WorkerMessage } from "./protocol.ts";
import { serveVault } from "./serve-vault.ts";
import { createVault } from "./vault.ts";

const handedOverBytes = 64 * 1024;
const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A vault one of whose operations does as the test says, and the page's end of a real channel to it. */
function serve(keys: (context: VaultContext) => unknown): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const operate = (_request: unknown, context: VaultContext) => Promise.resolve(context).then(keys);
  serveVault({ ...createVault(), keys: operate as Vault["keys"] }, port2);
  port1.start();
  port2.start();
  return port1;
}

function next(port: MessagePort): Promise<WorkerMessage> {
  return new Promise((resolve) => {
    const take = ({ data }: MessageEvent<WorkerMessage>) => {
      resolve(data);
    };
    port.addEventListener("message", take, { once: true });
  });
}

const ask = (port: MessagePort, call: number) => {
  port.postMessage({ call, operation: "keys", request: {} });
  return next(port);
};

describe("the memory of an answer", () => {
  async function leftOf(answer: unknown): Promise<WorkerMessage> {
    return ask(
      serve(() => answer),
      7,
    );
  }

  test("is handed over from 64 KiB on, and a byte less is copied", async () => {
    const [large, small] = [new Uint8Array(handedOverBytes).fill(1), new Uint8Array(handedOverBytes - 1).fill(2)];
    expect(await leftOf({ small, large })).toEqual({
      call: 7,
      answer: { small: new Uint8Array(handedOverBytes - 1).fill(2), large: new Uint8Array(handedOverBytes).fill(1) },
    });
    expect([large.length, small.length]).toEqual([0, handedOverBytes - 1]);
  });

  test("is handed over however deep it lies, and once where it lies in two places", async () => {
    const large = new Uint8Array(handedOverBytes).fill(1);
    const { answer } = (await leftOf({ ok: true, value: [{ none: null, large }, "text", large] })) as {
      answer: unknown;
    };
    const copy = new Uint8Array(handedOverBytes).fill(1);
    expect(answer).toEqual({ ok: true, value: [{ none: null, large: copy }, "text", copy] });
    expect(large.length).toBe(0);
  });

  test("is copied where other bytes lie in it too, or another thread shares it", async () => {
    const whole = new Uint8Array(handedOverBytes + 1).fill(1);
    const shared = new Uint8Array(new SharedArrayBuffer(handedOverBytes)).fill(1);
    const message = await leftOf([whole.subarray(1), shared]);
    expect(message).toEqual({ call: 7, answer: [whole.subarray(1), shared] });
    expect(whole.length).toBe(handedOverBytes + 1);
    expect(shared.length).toBe(handedOverBytes);
  });
});

describe("a call of a vault", () => {
  test("fails alone, whatever is thrown, and the next is answered", async () => {
    const thrown: unknown[] = [new Error("a bug"), "no error"];
    const port = serve(() => {
      if (thrown.length > 0) throw thrown.shift();
      return "well";
    });
    expect(await ask(port, 1)).toEqual({ call: 1, failure: "a bug" });
    expect(await ask(port, 2)).toEqual({ call: 2, failure: "the vault failed" });
    expect(await ask(port, 3)).toEqual({ call: 3, answer: "well" });
  });

  test("tells its progress before its answer", async () => {
    const port = serve(({ onProgress }) => {
      onProgress({ done: 1, total: 2 });
      return "done";
    });
    const told = new Promise<readonly WorkerMessage[]>((resolve) => {
      const messages: WorkerMessage[] = [];
      port.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
        messages.push(data);
        if ("answer" in data) resolve(messages);
      });
    });
    await ask(port, 4);
    expect(await told).toEqual([
      { call: 4, progress: { done: 1, total: 2 } },
      { call: 4, answer: "done" },
    ]);
  });

  test("is cancelled by its own number while it runs; a cancellation that comes late or out of nowhere does no harm", async () => {
    const signals: AbortSignal[] = [];
    const { promise: finish, resolve } = Promise.withResolvers<undefined>();
    const port = serve(async ({ signal }) => {
      signals.push(signal);
      if (signals.length === 2) return "quick";
      signal.addEventListener("abort", () => {
        resolve(undefined);
      });
      await finish;
      return "cancelled";
    });
    port.postMessage({ call: 1, operation: "keys", request: {} });
    expect(await ask(port, 2)).toEqual({ call: 2, answer: "quick" });
    port.postMessage({ call: 9, cancel: true });
    port.postMessage({ call: 2, cancel: true });
    port.postMessage({ call: 1, cancel: true });
    expect(await next(port)).toEqual({ call: 1, answer: "cancelled" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});
