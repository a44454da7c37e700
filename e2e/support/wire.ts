import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it left the browser, or curl. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Request line, headers and body, byte for byte. */
  readonly bytes: Buffer;
}

/**
 * The wire between one test's browsers and the site: a proxy that keeps every byte that is sent, lets nothing through
 * to any other place, and can be cut.
 */
export interface Wire {
  /** For a browser's or curl's proxy setting. */
  readonly address: string;
  /** Everything sent since the test began, requests to other places included. */
  readonly sent: readonly SentRequest[];
  /** Addresses outside of the site that something asked for. */
  readonly elsewhere: readonly string[];
  /** Breaks every connection, and each new one, until `mend`. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** The site gets and answers the next request whose path begins so; the answer is lost on the way back. */
  readonly loseAnswerTo: (pathPrefix: string) => void;
  readonly close: () => Promise<void>;
}

/** Chromium itself asks here what a form's fields may mean, whatever the page. No page is let through either. */
const browsersOwn = "content-autofill.googleapis.com:443";

interface WireState {
  isCut: boolean;
  lostAnswer: string | null;
  readonly sent: SentRequest[];
  readonly elsewhere: string[];
  /** The client's address as the site sees it: each test is somebody else to its rate limits. */
  readonly localAddress: string | undefined;
  readonly origins: ReadonlySet<string>;
}

/** Opens a wire to these origins, which are all on this machine. */
export async function openWire(origins: readonly string[]): Promise<Wire> {
  const state: WireState = {
    isCut: false,
    lostAnswer: null,
    sent: [],
    elsewhere: [],
    localAddress: ownLoopbackAddress(),
    origins: new Set(origins),
  };
  const server = createServer((request, response) => {
    pass(state, request, response);
  });
  server.on("connect", (request, socket) => {
    if (request.url !== browsersOwn) state.elsewhere.push(`CONNECT ${request.url ?? ""}`);
    socket.destroy();
  });
  await listening(server);

  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sent: state.sent,
    elsewhere: state.elsewhere,
    cut() {
      state.isCut = true;
      server.closeAllConnections();
    },
    mend() {
      state.isCut = false;
    },
    loseAnswerTo(pathPrefix) {
      state.lostAnswer = pathPrefix;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}

function pass(state: WireState, request: IncomingMessage, response: ServerResponse): void {
  const url = URL.parse(request.url ?? "");
  if (state.isCut) return void request.destroy();
  if (url === null || !state.origins.has(url.origin)) {
    state.elsewhere.push(`${request.method ?? ""} ${request.url ?? ""}`);
    return void request.destroy();
  }

  const { method = "GET", rawHeaders } = request;
  const path = `${url.pathname}${url.search}`;
  const chunks: Buffer[] = [Buffer.from(`${method} ${path}\n${rawHeaders.join("\n")}\n\n`)];
  const keep = () => state.sent.push({ method, url: path, bytes: Buffer.concat(chunks) });
  const isLost = state.lostAnswer !== null && url.pathname.startsWith(state.lostAnswer) && method !== "GET";
  if (isLost) state.lostAnswer = null;

  const onward = forward(
    {
      host: "127.0.0.1",
      port: url.port,
      method,
      path,
      headers: headersOnward(rawHeaders),
      ...(state.localAddress !== undefined && { localAddress: state.localAddress }),
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      // With its head the browser takes the answer for begun, and does not ask again by itself.
      if (isLost) {
        response.flushHeaders();
        answer.resume().on("end", () => response.destroy());
        return;
      }
      answer.pipe(response);
      answer.on("error", () => response.destroy());
    },
  );
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("close", keep);
  request.on("error", () => onward.destroy());
  request.pipe(onward);
}

/** What the browser said, without what it said to the proxy alone. */
function headersOnward(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = "", value = ""] = rawHeaders.slice(index, index + 2);
    if (!/^proxy-/i.test(name)) kept.push(name, value);
  }
  return kept;
}

function ownLoopbackAddress(): string | undefined {
  if (process.platform !== "linux") return undefined; // other systems have 127.0.0.1 alone
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3));
  return `127.${String(a)}.${String(b)}.${String(Math.max(1, Math.min(254, c ?? 1)))}`;
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      resolve();
    }),
  );
}
