import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
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

/** Looks for secrets in all that the web process of a site has written into its memory (Linux alone shows it). */
export function searchWebMemory(secrets: readonly (Buffer | string)[], siteFolder: string): MemorySearch {
  const pid = webProcess(Number(readFileSync(path.join(siteFolder, "start.pid"), "utf8")));
  const found = new Map<Buffer | string, Set<string>>();
  let bytes = 0;
  for (const piece of writtenMemory(pid)) {
    bytes += piece.length;
    for (const secret of secrets) {
      const forms = tracesOf(secret, piece);
      if (forms.length > 0) found.set(secret, new Set([...(found.get(secret) ?? []), ...forms]));
    }
  }
  return { traces: [...found].map(([secret, forms]) => ({ secret, forms: [...forms] })), bytes };
}

function webProcess(launcher: number): number {
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const { parent, command } = processOf(name);
    if (parent === launcher && command.includes("lib/front/main.ts")) return Number(name);
  }
  throw new Error("the site has no web process");
}

function processOf(pid: string) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return { parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]), command };
  } catch {
    return { parent: 0, command: "" }; // it has ended meanwhile
  }
}

function* writtenMemory(pid: number): Generator<Buffer> {
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
