import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/**
 * A plain proxy: each request goes to the next of several web processes in turn, whoever asked. It adds to
 * `X-Forwarded-For` from where the request came, and leaves all else as it is.
 */
export function createRoundRobin(ports: readonly number[]): Server {
  let requests = 0;
  const server = createServer((request, response) => {
    const port = ports[requests % ports.length];
    requests += 1;
    pass(request, response, port ?? 0);
  });
  server.requestTimeout = 0; // how long a client may take is for the site to say
  server.on("connect", (_request, socket) => {
    socket.end("HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  });
  return server;
}

function pass(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, rawHeaders, socket } = request;
  const headers = [...withoutHop(rawHeaders), "X-Forwarded-For", forwardedFor(request)];
  // A connection of its own: one that is kept might just be closed from the other end.
  const onward = forward({ host: "127.0.0.1", port, method, path: url, headers, agent: false }, (answer) => {
    answerWith(answer, request, response);
  });
  onward.on("error", () => {
    if (response.headersSent) return; // the site reads no more
    response.writeHead(502, { connection: "close" });
    endAfter(request, response);
  });
  response.on("close", () => onward.destroy());
  socket.setNoDelay();
  onward.flushHeaders(); // the site may have something to say before a body comes
  request.pipe(onward);
}

function answerWith(answer: IncomingMessage, request: IncomingMessage, response: ServerResponse): void {
  const isEarly = !request.complete;
  const head = withoutHop(answer.rawHeaders);
  if (isEarly) head.push("Connection", "close");
  response.sendDate = false; // the site's stands there already
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, head);
  response.flushHeaders();
  answer.pipe(response, { end: !isEarly });
  if (isEarly)
    answer.on("end", () => {
      endAfter(request, response);
    });
  answer.on("error", () => response.destroy());
}

/** So long, and for so much more, somebody who is still sending has time to read what they were answered. */
const linger = { ms: 1_000, bytes: 4 * 1024 * 1024 };

/** Closed at once, a connection on which more is coming takes with it what has just been answered. */
function endAfter(request: IncomingMessage, response: ServerResponse): void {
  const end = () => {
    clearTimeout(lingering);
    response.end();
  };
  const lingering = setTimeout(end, linger.ms);
  let bytes = 0;
  request.unpipe();
  request.once("close", end).once("end", end);
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > linger.bytes) end();
  });
}

function forwardedFor({ headers, socket }: IncomingMessage): string {
  const before = headers["x-forwarded-for"];
  const here = socket.remoteAddress ?? "";
  return before === undefined ? here : `${String(before)}, ${here}`;
}

/** What is said to the next hop alone, and `X-Forwarded-For`, which is written anew. */
const ofThisHop = new Set(["connection", "keep-alive", "expect", "x-forwarded-for"]);

function withoutHop(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = "", value = ""] = rawHeaders.slice(index, index + 2);
    if (!ofThisHop.has(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}
