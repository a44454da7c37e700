import { spawnSync } from "node:child_process";
import path from "node:path";

/** What opening hostile text costs a process that does nothing else. */
interface BombCost {
  readonly how: string;
  readonly sentBytes: number;
  readonly outcome: string;
  readonly ms: number;
  /** Above what the process had before. */
  readonly peakBytes: number;
}

const hows = ["bzip2", "zip", "nested 1,000 deep", "10,000 headers", "10,000 attachments"] as const;

/** Opens each in a process of its own, prints what it cost, and answers what was too much. */
export function bombCosts(): readonly string[] {
  const costs = hows.map(costOf);
  console.table(costs.map(({ peakBytes, ...rest }) => ({ ...rest, "peak MiB": Math.round(peakBytes / 2 ** 20) })));
  return costs
    .filter(({ outcome, ms, peakBytes }) => outcome === "opened" || ms > 500 || peakBytes > 200 * 2 ** 20)
    .map(({ how, outcome, ms, peakBytes }) => `${how}: ${outcome} in ${String(ms)} ms and ${String(peakBytes)} bytes`);
}

function costOf(how: string): BombCost {
  const child = spawnSync(
    process.execPath,
    ["--conditions=react-server", path.join(import.meta.dirname, "open-bomb.ts"), how],
    { encoding: "utf8" },
  );
  if (child.status !== 0) throw new Error(`opening ${how} ended with ${String(child.status)}: ${child.stderr}`);
  return JSON.parse(child.stdout) as BombCost;
}
