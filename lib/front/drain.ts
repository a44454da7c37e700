import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

interface UnderWay {
  isEnding: boolean;
  readonly answers: Set<ServerResponse>;
}

const underWay = new WeakMap<Server, UnderWay>();

const lookMs = 50;

/** Keeps in mind which answers of a server are under way, so that `drain` can tell their clients that it ends. */
export function keepInMind(server: Server): void {
  const state: UnderWay = { isEnding: false, answers: new Set() };
  underWay.set(server, state);
  const keep = (_request: unknown, response: ServerResponse) => {
    if (state.isEnding) response.shouldKeepAlive = false;
    state.answers.add(response);
    response.once("close", () => state.answers.delete(response));
  };
  server.on("request", keep).on("checkContinue", keep);
}

/**
 * Takes what still comes for `noticeMs` (connections that the system has accepted meanwhile, and those that a load
 * balancer sends until it has heard), then no new connection; lets the answers that are under way be finished within
 * `drainMs`, and cuts the rest.
 */
export async function drain(servers: readonly Server[], noticeMs: number, drainMs: number): Promise<void> {
  for (const server of servers) announceEnd(server);
  await delay(noticeMs);
  const looking = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, lookMs);
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, drainMs);
  await Promise.all(
    servers.map((server) => {
      const closed = once(server, "close");
      server.close();
      return closed;
    }),
  );
  clearInterval(looking);
  clearTimeout(cut);
}

/** From now on each answer says that its connection ends with it. */
function announceEnd(server: Server): void {
  const state = underWay.get(server);
  if (state === undefined) throw new Error("a server whose answers nobody has kept in mind");
  state.isEnding = true;
  for (const answer of state.answers) answer.shouldKeepAlive = false;
}
