import { sha256, utf8 } from "#lib/base/bytes.ts";

/** Some computing that the portal asks of senders while it is flooded, so that a flood costs its sender most. */
export interface Work {
  readonly puzzle: string;
  /** How many zero bits the SHA-256 has to begin with. */
  readonly bits: number;
}

/** More than this is never asked of an honest sender: it would take a phone many minutes. */
const maximumBits = 24;
const batchSize = 512;
/** Some 30 ms of hashing on a fast machine, after which the page may draw and be used. */
const batchesBetweenPauses = 8;

/** The work that a refusal asks for, or null where it asks for none. */
export function workOf(body: unknown): Work | null {
  if (typeof body !== "object" || body === null || !("work" in body)) return null;
  const { work } = body;
  if (typeof work !== "object" || work === null || !("puzzle" in work) || !("bits" in work)) return null;
  const { puzzle, bits } = work;
  if (typeof puzzle !== "string" || typeof bits !== "number") return null;
  return Number.isInteger(bits) && bits >= 0 && bits <= maximumBits ? { puzzle, bits } : null;
}

/** Text `PUZZLE:COUNTER` whose SHA-256 begins with as many zero bits as asked; found in batches, off this thread. */
export async function solveWork({ puzzle, bits }: Work, signal?: AbortSignal): Promise<string> {
  for (let start = 0; ; start += batchSize) {
    if (signal?.aborted === true) throw new DOMException("the work was cancelled", "AbortError");
    if ((start / batchSize) % batchesBetweenPauses === 0) await pause();
    const candidates = Array.from({ length: batchSize }, (_, offset) => `${puzzle}:${String(start + offset)}`);
    const digests = await Promise.all(candidates.map((candidate) => sha256(utf8(candidate))));
    const found = candidates.find((_, index) => leadingZeroBits(digests[index] ?? Uint8Array.of(0xff)) >= bits);
    if (found !== undefined) return found;
  }
}

/** The same request, with the work that its first answer asked for. */
export async function withWork<Options extends Sendable>(options: Options, work: Work): Promise<Options> {
  const solution = await solveWork(work, options.signal ?? undefined);
  return { ...options, headers: { ...options.headers, "Fortnight-Work": solution } };
}

interface Sendable {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | null | undefined;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

export function leadingZeroBits(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24;
}
