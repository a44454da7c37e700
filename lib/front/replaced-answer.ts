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
  let isDecided = false;
  const decide = (status: number) => {
    isDecided = true;
    Object.assign(response, own);
    const refusal = status === 500 && !response.headersSent ? reason() : null;
    if (refusal === null) return;
    for (const name of bodyHeaders) response.removeHeader(name);
    refuse(request, response, refusal);
  };
  for (const name of names) {
    calls[name] = (...words) => {
      // Whoever kept hold of this call since before the answer was decided means Node's own.
      if (isDecided) return own[name](...words);
      decide(name === "writeHead" ? Number(words[0]) : response.statusCode);
      return calls[name](...words);
    };
  }
}
