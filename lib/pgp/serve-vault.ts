import type { PageMessage, Vault, VaultContext, VaultPort, WorkerMessage } from "./protocol.ts";

/** Lets whoever is at the other end of a port use a vault: calls run side by side and can be cancelled one by one. */
export function serveVault(vault: Vault, port: VaultPort): void {
  const running = new Map<number, AbortController>();
  const answer = (message: WorkerMessage) => {
    port.postMessage(message, { transfer: "answer" in message ? transferablesOf(message.answer) : [] });
  };

  async function run(call: number, operation: string, request: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(call, controller);
    const onProgress: VaultContext["onProgress"] = (progress) => {
      answer({ call, progress });
    };
    try {
      if (!Object.hasOwn(vault, operation)) throw new Error(`no operation ${operation} in the vault`);
      const operate = vault[operation as keyof Vault] as (request: unknown, context: VaultContext) => Promise<unknown>;
      answer({ call, answer: await operate(request, { onProgress, signal: controller.signal }) });
    } catch (error) {
      answer({ call, failure: error instanceof Error ? error.message : "the vault failed" });
    } finally {
      running.delete(call);
    }
  }

  port.addEventListener("message", ({ data: message }: MessageEvent<PageMessage>) => {
    if ("cancel" in message) running.get(message.call)?.abort();
    else void run(message.call, message.operation, message.request);
  });
}

/** Smaller arrays are copied: that costs nothing, and they may share their memory with others. */
const minimumTransferBytes = 64 * 1024;

/** The memory of large byte arrays in an answer, which is handed over instead of copied. */
function transferablesOf(answer: unknown, found = new Set<ArrayBuffer>()): Transferable[] {
  if (answer instanceof Uint8Array) {
    const { buffer } = answer;
    const isWhole = buffer.byteLength === answer.byteLength && answer.byteLength >= minimumTransferBytes;
    if (isWhole && buffer instanceof ArrayBuffer) found.add(buffer);
  } else if (typeof answer === "object" && answer !== null) {
    for (const each of Object.values(answer)) transferablesOf(each, found);
  }
  return [...found];
}
