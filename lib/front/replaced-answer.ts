import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse } from "./bounded-body.ts";
import type { Refusal } from "./refusal.ts";

/** What belongs to the body that is not sent. */
const bodyHeaders = ["content-encoding", "content-type", "etag", "transfer-encoding", "vary", "x-nextjs-postponed"];
const names = ["writeHead", "write", "end", "flushHeaders"] as const;

type Calls = Record<(typeof names)[number], (...words: readonly unknown[]) => unknown>;

/**
 * Answers in a route's stead where that would say that the site is broken (status 500), and `reason` knows that it is not:
 * why the request is refused instead, or null.
 */
export function replaceBroken(request: IncomingMessage, response: ServerResponse, reason: () => Refusal | null): void {
  const calls = response as unknown as Calls;
  const [writeHead, write, end, flushHeaders] = names.map((name) => calls[name].bind(response));
  const own = { writeHead, write, end, flushHeaders } as Calls;
  let [isDecided, isRefused] = [false, false];
  const decide = (status: number) => {
    isDecided = true;
    const refusal = status === 500 && !response.headersSent ? reason() : null;
    if (refusal === null) return;
    isRefused = true;
    Object.assign(response, own); // past whatever the route has laid over them, such as compression
    for (const name of bodyHeaders) response.removeHeader(name);
    refuse(request, response, refusal);
  };
  for (const name of names) {
    // What a route lays over these calls in its turn stays there, and ends here.
    calls[name] = (...words) => {
      if (!isDecided) decide(name === "writeHead" ? Number(words[0]) : response.statusCode);
      if (isRefused) return name === "write" ? false : response;
      return own[name](...words);
    };
  }
}
