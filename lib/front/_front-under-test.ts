import { once } from "node:events";
import type { IncomingHttpHeaders, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { noteLoss } from "#lib/db/lost.ts";
import { requestText, sendRaw, type RawAnswer } from "./_raw-request.ts";
import { createFront, type Handler } from "./front.ts";

export const origin = "http://localhost:3000";

export type FrontUnderTest = {
  readonly server: Server;
  readonly port: number;
  /** What the handler behind the front has seen of the last request. */
  readonly seen: { url: string; headers: IncomingHttpHeaders; bodyBytes: number };
  readonly readiness: { isReady: boolean; isEnding: boolean };
  readonly send: (...request: Parameters<typeof requestText>) => Promise<RawAnswer>;
  /** Posts as a page of the site does. */
  readonly post: (target: string, headers?: Readonly<Record<string, string | null>>) => Promise<RawAnswer>;
  readonly close: () => void;
};

/**
 * A listening front, before a handler that reads the body and answers with its length; `/early` and `/late` answer at
 * another time, `/broken`, `/lost` and `/api/v1/full` as Next answers what our code throws, `/changed` by a way
 * of its own.
 */
export async function startFront(): Promise<FrontUnderTest> {
  const seen: FrontUnderTest["seen"] = { url: "", headers: {}, bodyBytes: 0 };
  const readiness = { isReady: true, isEnding: false };
  const handler: Handler = async (request, response) => {
    seen.url = request.url ?? "";
    seen.headers = request.headers;
    seen.bodyBytes = 0;
    if (request.url === "/early") {
      response.end("without the body");
      return;
    }
    if (request.url === "/late") {
      request.resume();
      await once(response, "finish"); // of the refusal, which came before
      response.setHeader("late", "1").writeHead(200);
    }
    for await (const piece of request) seen.bodyBytes += (piece as Buffer).length;
    if (request.url === "/changed") layOver(response);
    if (request.url === "/lost") noteLoss({ code: "57P01" });
    if (request.url === "/api/v1/full") noteLoss({ code: "53100" });
    if (["/lost", "/api/v1/full", "/broken"].includes(request.url ?? "")) {
      response.statusCode = 500;
      response.setHeader("Content-Type", "text/html");
      response.write("<p>Something is broken.");
    }
    if (request.url === "/icon.svg") response.setHeader("Cache-Control", "public, max-age=60");
    if (request.url === "/kept") response.setHeader("Cache-Control", "s-maxage=31536000");
    response.end(`read ${String(seen.bodyBytes)}`);
  };
  const options = { origin, host: "localhost:3000", port: 3000, isHttps: false, trustsProxy: false };
  const server = createFront(handler, {
    ...options,
    isReady: () => Promise.resolve(readiness.isReady),
    isEnding: () => readiness.isEnding,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const send = (...request: Parameters<typeof requestText>) => sendRaw(port, requestText(...request));

  return {
    server,
    port,
    seen,
    readiness,
    send,
    post: (target, headers = {}) => send("POST", target, { origin, "content-length": "0", ...headers }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Lays something over how an answer is written, as compression does. */
function layOver(response: ServerResponse): void {
  const end = response.end.bind(response) as (text: string) => ServerResponse;
  Object.assign(response, { end: (text: string) => end(text.toUpperCase()) });
}
