import { Agent, request } from "node:http";

/** What came of a body that was, or would have been, sent. */
export interface BodyAnswer {
  /** Null where the site closed the connection without an answer, or said nothing for a minute. */
  readonly status: number | null;
  readonly text: string;
  readonly retryAfter: string | null;
  /** Until the answer began. */
  readonly ms: number;
  /** All that left this side, with what lay in buffers on the way when the site had had enough. */
  readonly sentBytes: number;
}

export interface BodyToSend {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Said in the header; without one the body goes in chunks. */
  readonly lengthBytes?: number;
  readonly body: Iterable<Uint8Array>;
  /** Another address of this machine, who is somebody else to the site's limits. */
  readonly from?: string;
}

/** Sends a body as the site takes it, piece by piece, until it has answered. */
export function sendBody(
  address: string,
  { method, headers, lengthBytes, body, from }: BodyToSend,
): Promise<BodyAnswer> {
  const { origin } = new URL(address);
  const length = lengthBytes === undefined ? {} : { "content-length": String(lengthBytes) };
  const sending = request(address, {
    method,
    agent: new Agent({ keepAlive: true }), // as browsers and curl do; the connection ends below
    headers: { origin, ...headers, ...length },
    ...(from === undefined ? {} : { localAddress: from, family: 4 }),
  });
  const received: Buffer[] = [];
  let [status, sentBytes]: [number | null, number] = [null, 0];
  let retryAfter: string | null = null;
  const began = performance.now();
  let ms = Number.POSITIVE_INFINITY;
  return new Promise((resolve) => {
    const finish = () => {
      resolve({ status, text: Buffer.concat(received).toString(), retryAfter, sentBytes, ms });
    };
    sending.on("response", (response) => {
      status = response.statusCode ?? null;
      retryAfter = response.headers["retry-after"] ?? null;
      ms = performance.now() - began;
      response.on("end", () => sending.destroy()); // whatever of the body is left
      response.on("data", (piece: Buffer) => received.push(piece));
    });
    sending.setTimeout(60_000, () => sending.destroy());
    sending.on("error", () => undefined); // the site may close while we are still sending
    sending.on("close", finish);
    const pieces = body[Symbol.iterator]();
    const goOn = () => {
      while (status === null && !sending.destroyed) {
        const piece = pieces.next();
        if (piece.done === true) {
          sending.end();
          return;
        }
        sentBytes += piece.value.length;
        if (!sending.write(piece.value)) {
          sending.once("drain", goOn);
          return;
        }
      }
    };
    sending.flushHeaders();
    goOn();
  });
}

/** So many bytes in pieces, of which one at a time exists. */
export function* zerosOf(bytes: number): Generator<Uint8Array> {
  const piece = new Uint8Array(65_536);
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
}
