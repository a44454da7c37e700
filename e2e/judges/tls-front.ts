import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import { createServer as createSocketServer, type AddressInfo, type Socket } from "node:net";
import type { OwnAuthority } from "./own-authority.ts";

/** What stands before a site as in the world: TLS, HTTP/2 for who speaks it, and a redirect for who comes in clear. */
export interface TlsFront {
  readonly port: number;
  readonly origin: string;
  readonly close: () => void;
}

export interface BehindFront {
  readonly sitePort: number;
  /** The origin under which the site knows itself; that of this front where not given. */
  readonly siteOrigin?: string;
  /** Goes with every request: for judges that cannot sign in. */
  readonly cookie?: string;
}

type Asked = IncomingMessage | Http2ServerRequest;
type Answering = ServerResponse | Http2ServerResponse;

const firstByteOfTls = 0x16;

/** Opens a front on one port for both, so that no judge needs the ports of the system. */
export async function openTlsFront(
  { key, certificate }: OwnAuthority,
  port: number,
  { sitePort, siteOrigin, cookie }: BehindFront,
): Promise<TlsFront> {
  const origin = `https://localhost:${String(port)}`;
  const pass = (request: Asked, response: Answering) => {
    passOn(request, response, sitePort, headersOnward(request.rawHeaders, origin, siteOrigin ?? origin, cookie));
  };
  const secure = createSecureServer({ key, cert: certificate, minVersion: "TLSv1.2", allowHTTP1: true }, pass);
  const plain = createServer((request, response) => {
    response.writeHead(301, { location: `${origin}${request.url ?? "/"}`, "content-length": 0 }).end();
  });
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    handOver(socket, secure, plain);
  });
  server.listen(port, "localhost");
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    origin,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Gives a connection to who understands its first byte. */
function handOver(socket: Socket, secure: NodeJS.EventEmitter, plain: NodeJS.EventEmitter): void {
  socket.on("error", () => socket.destroy());
  socket.once("readable", () => {
    const first = socket.read(1) as Buffer | null;
    if (first === null) return void socket.destroy();
    socket.unshift(first);
    (first[0] === firstByteOfTls ? secure : plain).emit("connection", socket);
  });
}

/** Said to the next hop alone; HTTP/2 knows none of them. */
const ofOneHop = new Set(["connection", "keep-alive", "transfer-encoding"]);

function passOn(request: Asked, response: Answering, port: number, headers: readonly string[]): void {
  const { method = "GET", url: path = "/" } = request;
  const onward = forward(
    { host: "127.0.0.1", port, method, path, headers, localAddress: anotherAddress() },
    (answer) => {
      response.statusCode = answer.statusCode ?? 502;
      for (const [name, value] of Object.entries(answer.headers))
        if (value !== undefined && !ofOneHop.has(name)) response.setHeader(name, value);
      answer.pipe(response);
    },
  );
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  request.on("error", () => onward.destroy());
  request.pipe(onward);
}

/** What the judge said, as if said to the site's own origin. */
function headersOnward(raw: readonly string[], origin: string, siteOrigin: string, cookie?: string): string[] {
  const [host, siteHost] = [new URL(origin).host, new URL(siteOrigin).host];
  const kept: string[] = cookie === undefined ? [] : ["cookie", cookie];
  for (let index = 0; index < raw.length; index += 2) {
    const [said = "", value = ""] = raw.slice(index, index + 2);
    const name = said === ":authority" ? "host" : said;
    if (name.startsWith(":") || (cookie !== undefined && name.toLowerCase() === "cookie")) continue;
    kept.push(name, /^(?:host|origin|referer)$/i.test(name) ? value.replace(host, siteHost) : value);
  }
  return kept;
}

/** Each request is somebody else to the site's limits: a judge asks more than a person. */
function anotherAddress(): string | undefined {
  if (process.platform !== "linux") return undefined; // other systems have 127.0.0.1 alone
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3));
  return `127.${String(a)}.${String(b)}.${String(Math.max(1, Math.min(254, c ?? 1)))}`;
}
