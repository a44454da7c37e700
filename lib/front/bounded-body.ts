import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, bodyTooLarge, writeRefusalHead, type Refusal } from "./refusal.ts";

/**
 * How much of a refused body is still read, and for how long its client has time to read the answer. Closed at once, a
 * connection on which more is coming takes with it what it has just answered.
 */
const lingerBytes = 512 * 1024;
const lingerMs = 1_000;

/** Whether a request says itself that its body is larger than the limit. */
export function announcesMore(request: IncomingMessage, limitBytes: number): boolean {
  if (limitBytes === 0 && request.headers["transfer-encoding"] !== undefined) return true;
  return Number(request.headers["content-length"] ?? 0) > limitBytes;
}

/**
 * Counts a request's body while it is read and answers 413 at the first byte over the limit. Whoever reads the body
 * then gets no more of it, and no end: a cut body never passes for a whole one.
 */
export function boundBody(request: IncomingMessage, response: ServerResponse, limitBytes: number): void {
  let receivedBytes = 0;
  const push = request.push.bind(request);
  // Node's parser hands every piece of the body to `push`; listening for "data" would take the body from its reader.
  request.push = (piece: Buffer | null) => {
    receivedBytes += piece?.length ?? 0;
    if (receivedBytes <= limitBytes) return push(piece);
    refuseBody(request, response);
    return true;
  };
}

/** Answers with a refusal. Where a body comes with the request, its client is given time to read why. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const bringsBody = request.headers["transfer-encoding"] !== undefined || announcesMore(request, 0);
  if (bringsBody && !request.complete) {
    refuseBody(request, response, refusal);
    return;
  }
  answer(request, response, refusal);
  haveLastWord(response);
}

/** Answers, with 413 if nothing else is given, and throws away what still comes of the body, for a while. */
function refuseBody(request: IncomingMessage, response: ServerResponse, refusal = bodyTooLarge): void {
  if (response.headersSent) {
    cutOff(request);
    return;
  }
  let discardedBytes = 0;
  const end = response.end.bind(response);
  const body = writeRefusalHead(request, response, refusal);
  response.write(body);
  const close = () => {
    clearTimeout(lingering);
    end();
  };
  const lingering = setTimeout(close, lingerMs);
  request.socket.once("close", close);
  request.push = (piece: Buffer | null) => {
    discardedBytes += piece?.length ?? 0;
    if (piece === null) close();
    return discardedBytes <= lingerBytes; // false has Node's parser stop reading
  };
  haveLastWord(response);
}

/** The route may still wake up: it has nothing to add to this answer, and must not take it back for its own. */
function haveLastWord(response: ServerResponse): void {
  const unmoved = () => response;
  Object.assign(response, { write: () => false, flushHeaders: unmoved, writeHead: unmoved, setHeader: unmoved });
  Object.assign(response, { appendHeader: unmoved, removeHeader: unmoved, end: unmoved, destroy: unmoved });
}

/** Reads no more of a body whose route has answered without it, and ends the connection once the answer can be read. */
function cutOff(request: IncomingMessage): void {
  const { socket } = request;
  const lingering = setTimeout(() => socket.destroy(), lingerMs);
  socket.once("close", () => {
    clearTimeout(lingering);
  });
  request.push = () => false;
}
