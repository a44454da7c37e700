import { randomBytes } from "node:crypto";
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { lossSince } from "#lib/db/lost.ts";
import { takeRoom } from "./body-room.ts";
import { announcesMore, boundBody, refuse } from "./bounded-body.ts";
import { keepOutOfCaches } from "./cache-control.ts";
import { pagePolicy } from "./content-security-policy.ts";
import { keepInMind } from "./drain.ts";
import { holdBody, type HeldBody } from "./held-body.ts";
import { bodyLimitBytes, maximumHeaderBytes, maximumHeaders, timeoutsMs } from "./limits.ts";
import {
  answer,
  bodyTooLarge,
  broken,
  brokenForm,
  noRoom,
  notAForm,
  notReady,
  tooBusy,
  tooManyHeaders,
  type Refusal,
} from "./refusal.ts";
import { isPageForm } from "./page-form.ts";
import { clientAddressOf, replaceInternalHeaders } from "./request-headers.ts";
import { decodedPath, leadingNowhere, requestLineRefusal } from "./request-line.ts";
import { crossSiteRefusal, hostRefusal, namesLoopback } from "./request-origin.ts";
import { replaceBroken } from "./replaced-answer.ts";
import { setSecurityHeaders } from "./security-headers.ts";

export type FrontOptions = {
  /** As in `WebConfig`. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly isHttps: boolean;
  readonly trustsProxy: boolean;
  /** Whether the database answers; asked for every page, and by `GET /healthz`. */
  readonly isReady: () => Promise<boolean>;
  /** Whether the process ends once its answers are finished: a load balancer is to send nothing more. */
  readonly isEnding: () => boolean;
};

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * An HTTP server that refuses what Next would answer with 500 or take in without bound, and adds to the rest the nonce,
 * the security headers and the client's address before `handler` gets it. It does not listen yet.
 */
export function createFront(handler: Handler, options: FrontOptions): Server {
  const server = createServer({
    maxHeaderSize: maximumHeaderBytes,
    headersTimeout: timeoutsMs.headers,
    requestTimeout: timeoutsMs.request,
    keepAliveTimeout: timeoutsMs.keepAlive,
    connectionsCheckingInterval: 1_000,
    insecureHTTPParser: false,
  });
  server.timeout = timeoutsMs.idle;
  server.maxHeadersCount = 0; // Node would drop what is over a maximum without a word; `refusalOf` refuses it
  keepInMind(server);

  server.on("request", (request, response) => {
    serve(request, response, handler, options);
  });
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response, handler, options);
  });
  server.on("connect", (_request, socket) => {
    endWith(socket, 405);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    endWith(socket, statusOfClientError(error.code));
  });
  return server;
}

function serve(request: IncomingMessage, response: ServerResponse, handler: Handler, options: FrontOptions): void {
  const nonce = randomBytes(16).toString("base64");
  const path = decodedPath(request.url ?? "");
  setSecurityHeaders(response, path ?? "/", nonce, options.isHttps);
  keepOutOfCaches(response, path ?? "/");

  if (path === "/healthz" && request.method === "GET") {
    void answerReadiness(request, response, options);
    return;
  }
  const refusal = refusalOf(request, path, options);
  if (refusal?.status === 421 && redirectsHome(request, response, options)) return;
  if (refusal !== null || path === null) {
    refuse(request, response, refusal ?? notReady);
    return;
  }
  const limitBytes = bodyLimitBytes(request.method ?? "", path);
  if (announcesMore(request, limitBytes)) {
    refuse(request, response, bodyTooLarge);
    return;
  }
  if (!takeRoom(request, response, limitBytes)) {
    refuse(request, response, tooBusy);
    return;
  }
  const form = bringsPageForm(request, path) ? holdBody(request) : null;
  boundBody(request, response, limitBytes);
  if (request.headers.expect !== undefined) response.writeContinue();
  request.url = leadingNowhere(request.url ?? "/");
  const clientAddress = clientAddressOf(request, options.trustsProxy);
  const contentSecurityPolicy = pagePolicy(nonce, options.isHttps);
  replaceInternalHeaders(request, { clientAddress, nonce, contentSecurityPolicy, isHttps: options.isHttps });
  void pass(request, response, { form, handler, options });
}

function refusalOf(request: IncomingMessage, path: string | null, options: FrontOptions): Refusal | null {
  if (request.rawHeaders.length / 2 > maximumHeaders) return tooManyHeaders;
  return (
    requestLineRefusal(request.method ?? "", path) ??
    hostRefusal(request, options.host) ??
    crossSiteRefusal(request, path ?? "/", options.origin) ??
    actionRefusal(request)
  );
}

/** Our actions take forms. Next would decode whatever else they are sent, however deep, and fail with status 500. */
function actionRefusal({ headers }: IncomingMessage): Refusal | null {
  if (headers["next-action"] === undefined) return null;
  return headers["content-type"]?.startsWith("multipart/form-data;") === true ? null : notAForm;
}

/** Leads a reader who typed 127.0.0.1 to the site's one address on this machine: cookies and checks rest on it. */
function redirectsHome(request: IncomingMessage, response: ServerResponse, options: FrontOptions): boolean {
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (!isReading || !options.host.startsWith("localhost:") || !namesLoopback(request, options.port)) return false;
  response.writeHead(307, { location: `${options.origin}${request.url ?? "/"}`, "content-length": 0 }).end();
  return true;
}

async function answerReadiness(
  request: IncomingMessage,
  response: ServerResponse,
  { isReady, isEnding }: FrontOptions,
): Promise<void> {
  if (!isEnding() && (await isReady()))
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end("ready\n");
  else answer(request, response, notReady);
}

interface Passage {
  /** Where the request brings one that is to be judged first. */
  readonly form: HeldBody | null;
  readonly handler: Handler;
  readonly options: FrontOptions;
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  { form, handler, options }: Passage,
): Promise<void> {
  // Without its database the site has nothing to say, and "try again" is a better answer than "broken".
  const needsDatabase = request.url?.startsWith("/_next/") !== true;
  if (needsDatabase && !(await becomesReady(request, options))) {
    refuse(request, response, notReady);
    return;
  }
  if (form !== null && !(await isSound(form, request))) {
    if (!request.destroyed) refuse(request, response, brokenForm);
    return;
  }
  const beganMs = performance.now();
  replaceBroken(request, response, () => lossRefusals[lossSince(beganMs) ?? "none"]);
  try {
    await handler(request, response);
  } catch (error) {
    if (error === request.errored) return; // its client has gone
    console.error(`a request was not answered: ${error instanceof Error ? error.name : "unknown error"}`);
    if (response.headersSent) response.destroy();
    else answer(request, response, broken);
  }
}

/**
 * A page that brings itself up to date (Next marks its request `rsc`) would be replaced by a refusal, with all that is typed
 * in it: its request waits for the database for a while.
 */
async function becomesReady({ headers }: IncomingMessage, { isReady }: FrontOptions): Promise<boolean> {
  const giveUpAtMs = performance.now() + (headers.rsc === undefined ? 0 : timeoutsMs.refresh);
  while (!(await isReady())) {
    if (performance.now() >= giveUpAtMs) return false;
    await delay(100);
  }
  return true;
}

const lossRefusals = { none: null, away: notReady, full: noRoom } as const;

/** Whether a page is sent a form, for one of its server actions. */
function bringsPageForm({ method, headers }: IncomingMessage, path: string): boolean {
  if (method !== "POST" || path.startsWith("/api/")) return false;
  return headers["content-type"]?.toLowerCase().startsWith("multipart/form-data") === true;
}

async function isSound({ whole, letGo }: HeldBody, { headers }: IncomingMessage): Promise<boolean> {
  const bytes = await whole;
  const isFetched = headers["next-action"] !== undefined;
  if (bytes === null || !(await isPageForm(bytes, headers["content-type"] ?? "", isFetched))) return false;
  letGo();
  return true;
}

function statusOfClientError(code: string | undefined): number {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "HPE_CHUNK_EXTENSIONS_OVERFLOW" ? 413 : 400;
}

/** Answers on a bare socket, where there is no request to answer to. */
function endWith(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const allow = status === 405 ? "allow: GET, HEAD, POST\r\n" : "";
  const reason = STATUS_CODES[status] ?? "";
  socket.end(`HTTP/1.1 ${String(status)} ${reason}\r\n${allow}content-length: 0\r\nconnection: close\r\n\r\n`);
}
