import { request } from "node:http";

export interface TimedRequest {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST. */
  readonly body?: string;
  readonly expected: number;
}

let addresses = 0;

/** Another address of this machine for each: so many wrong tries from one would be asked to wait. */
function nextAddress(): string {
  addresses += 1;
  return `127.${String(64 + (addresses >> 16))}.${String((addresses >> 8) & 0xff)}.${String(addresses & 0xff)}`;
}

/** Sends it over a new connection: how many milliseconds after that stood the whole answer was there. */
export function timed({ address, headers, body, expected }: TimedRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    let began = 0;
    const sending = request(
      address,
      { method: body === undefined ? "GET" : "POST", headers, agent: false, localAddress: nextAddress(), family: 4 },
      (response) => {
        response.resume();
        response.on("end", () => {
          if (response.statusCode === expected) resolve(performance.now() - began);
          else reject(new Error(`${address} answered ${String(response.statusCode)}`));
        });
      },
    );
    sending.on("socket", (socket) => {
      socket.once("connect", () => {
        began = performance.now();
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}
