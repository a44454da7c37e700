import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** What clients have asked PostgreSQL since the last look. */
export interface Asked {
  /** Statements that read or write rows. */
  readonly queries: number;
  /** What begins and ends transactions, says who asks, and asks whether anybody is there. */
  readonly aroundThem: number;
  readonly statements: readonly string[];
}

/** Stands between clients and PostgreSQL, and counts what they ask, whatever library they ask with. */
export interface CountedWire {
  /** The address of a database, by way of the wire. */
  readonly url: string;
  /** What was asked since the last look. */
  readonly look: () => Asked;
  readonly stop: () => void;
}

/** @param databaseUrl - Of a PostgreSQL on this machine. */
export async function startCountedWire(databaseUrl: string): Promise<CountedWire> {
  const target = new URL(databaseUrl);
  let statements: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const postgres = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [client, postgres],
      [postgres, client],
    ] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.pipe(other);
      socket.on("error", () => other.destroy()).on("close", () => void (open.delete(socket), other.destroy()));
    }
    client.on(
      "data",
      readStatements((sql) => statements.push(sql)),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    look() {
      const seen = statements;
      statements = [];
      const queries = seen.filter((sql) => !isAroundQueries(sql)).length;
      return { queries, aroundThem: seen.length - queries, statements: seen };
    },
    stop() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function isAroundQueries(sql: string): boolean {
  return /^\s*(?:begin|commit|rollback|savepoint|release|select\s+set_config|select\s+fortnight_claim|select 1$)/i.test(
    sql,
  );
}

const startupHeaderBytes = 8;
const messageHeaderBytes = 5;

/** Reads the messages of PostgreSQL's protocol, version 3, that a client sends ("Query" and "Parse" carry statements). */
function readStatements(note: (sql: string) => void): (piece: Buffer) => void {
  let kept = Buffer.alloc(0);
  let isStarted = false;
  return (piece) => {
    kept = Buffer.concat([kept, piece]);
    for (;;) {
      if (kept.length < (isStarted ? messageHeaderBytes : startupHeaderBytes)) return;
      const length = isStarted ? kept.readInt32BE(1) + 1 : kept.readInt32BE(0);
      if (kept.length < length) return;
      const message = kept.subarray(0, length);
      kept = kept.subarray(length);
      if (isStarted) noteStatement(message, note);
      else isStarted = true; // PostgreSQL here speaks no TLS, so the first message starts the session
    }
  };
}

function noteStatement(message: Buffer, note: (sql: string) => void): void {
  const kind = String.fromCharCode(message[0] ?? 0);
  if (kind !== "Q" && kind !== "P") return;
  const [first = "", second = ""] = message.subarray(messageHeaderBytes).toString("utf8").split("\0", 2);
  note(kind === "Q" ? first : second);
}
