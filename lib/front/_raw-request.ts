import { once } from "node:events";
import { createConnection, type Socket } from "node:net";

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/** Sends bytes over a socket as they are, and returns what comes back until the server closes; `then` is sent after them. */
export async function sendRaw(port: number, bytes: string | Buffer, then?: () => Iterable<Buffer>): Promise<RawAnswer> {
  const socket = createConnection(port, "127.0.0.1");
  const received: Buffer[] = [];
  socket.on("data", (piece: Buffer) => received.push(piece));
  socket.on("error", () => undefined); // the server may close while we are still sending
  await once(socket, "connect");
  socket.write(bytes);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  for (const piece of then?.() ?? []) {
    if (!socket.writable) break;
    if (!socket.write(piece)) await takesMore(socket);
  }
  await closed;
  return parsed(Buffer.concat(received).toString("latin1"));
}

/** Until the socket's buffer is empty, or the server has had enough. */
function takesMore(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      socket.off("drain", settle).off("close", settle);
      resolve();
    };
    socket.on("drain", settle).on("close", settle);
  });
}

function parsed(text: string): RawAnswer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  return { status: Number(head.slice("HTTP/1.1 ".length).split(" ")[0]), head, body: rest.join("\r\n\r\n") };
}

/** The bytes of a request that a browser could send to the site itself; `headers` add to them or, if null, take away. */
export function requestText(
  method: string,
  target: string,
  headers: Readonly<Record<string, string | null>> = {},
  body = "",
): string {
  const whole: Record<string, string | null> = { host: "localhost:3000", connection: "close", ...headers };
  const lines = Object.entries(whole).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return [`${method} ${target} HTTP/1.1`, ...lines, "", body].join("\r\n");
}
