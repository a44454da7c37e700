import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { tracesOf } from "./secret-marks.ts";

const pieceBytes = 2 ** 20;
/** Pieces overlap by this much, so that no secret is cut in two. */
const overlapBytes = 4_096;
const empty = Buffer.alloc(pieceBytes);

export interface MemorySearch {
  /** Each secret that was found, with the forms in which it stood there. */
  readonly traces: readonly { readonly secret: Buffer | string; readonly forms: readonly string[] }[];
  /** How much was looked through. */
  readonly bytes: number;
}

/** Looks for secrets in all that a site's web processes have written into their memory (Linux alone shows it). */
export function searchWebMemory(secrets: readonly (Buffer | string)[], siteFolder: string): MemorySearch {
  const found = new Map<Buffer | string, Set<string>>();
  let bytes = 0;
  for (const piece of writtenMemory(webProcesses(siteFolder))) {
    bytes += piece.length;
    for (const secret of secrets) {
      const forms = tracesOf(secret, piece);
      if (forms.length > 0) found.set(secret, new Set([...(found.get(secret) ?? []), ...forms]));
    }
  }
  return { traces: [...found].map(([secret, forms]) => ({ secret, forms: [...forms] })), bytes };
}

function webProcesses(siteFolder: string): readonly number[] {
  const found = readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    const { command, environment } = processOf(name);
    return command.includes("lib/front/main.ts") && environment.includes(`FORTNIGHT_VAR=${siteFolder}`);
  });
  if (found.length === 0) throw new Error("the site has no web process");
  return found.map(Number);
}

function processOf(pid: string) {
  const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, "utf8").split("\0");
  try {
    return { command: read("cmdline").join(" "), environment: read("environ") };
  } catch {
    return { command: "", environment: [] }; // it has ended meanwhile
  }
}

function* writtenMemory(pids: readonly number[]): Generator<Buffer> {
  for (const pid of pids) yield* memoryOf(pid);
}

function* memoryOf(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${String(pid)}/mem`, "r");
  try {
    for (const line of readFileSync(`/proc/${String(pid)}/maps`, "utf8").split("\n")) {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (from === undefined || to === undefined) continue;
      yield* stretch(memory, BigInt(`0x${from}`), BigInt(`0x${to}`));
    }
  } finally {
    closeSync(memory);
  }
}

function* stretch(memory: number, from: bigint, to: bigint): Generator<Buffer> {
  for (let at = from; at < to; at += BigInt(pieceBytes - overlapBytes)) {
    const piece = Buffer.alloc(Math.min(pieceBytes, Number(to - at)));
    try {
      readSync(memory, piece, 0, piece.length, at);
    } catch {
      return; // reserved, and never used
    }
    if (!piece.equals(empty.subarray(0, piece.length))) yield piece;
  }
}
