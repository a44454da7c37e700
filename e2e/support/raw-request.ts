import { once } from "node:events";
import { createConnection } from "node:net";

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends bytes to a site as they are, which no HTTP client would, and returns what comes back until it closes. */
export async function sendRaw(origin: string, bytes: string): Promise<RawAnswer> {
  const { port } = new URL(origin);
  const socket = createConnection({ port: Number(port), host: "127.0.0.1" });
  const received: Buffer[] = [];
  socket.on("data", (piece: Buffer) => received.push(piece));
  socket.on("error", () => undefined); // the site may close while we are still sending
  socket.setTimeout(30_000, () => socket.destroy());
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await once(socket, "connect");
  socket.write(bytes);
  await closed;
  const [head = "", ...rest] = Buffer.concat(received).toString("latin1").split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body: rest.join("\r\n\r\n") };
}

/** A request of these headers, in this order, one of which may come twice. */
export function rawRequest(
  line: string,
  headers: readonly (readonly [name: string, value: string])[],
  body = "",
): string {
  return [line, ...headers.map(([name, value]) => `${name}: ${value}`), "", body].join("\r\n");
}
