import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { mutatedRooms, zoneTests } from "./rooms.ts";

const parts = Object.values(mutatedRooms).flatMap((room) => Object.entries(room));
const tests = parts.find(([name]) => name === process.env.FORTNIGHT_MUTATED_PART)?.[1].tests ?? [];

const firstLine = 'import { fc as steady } from "@fast-check/vitest"; steady.configureGlobal({ seed: 20260302 });';

/** A property's seed is part of its title, by which Stryker asks for it again. */
const steadySeed = {
  name: "steady-seed",
  enforce: "pre" as const,
  transform: (code: string, id: string) =>
    id.endsWith(".test.ts") && code.includes('"@fast-check/vitest"') ? `${firstLine} ${code}` : undefined,
};

/** How long a file of tests takes, roughly: most mutants fall to an example, before a property or gpg is asked. */
function costOf({ moduleId }: TestSpecification): number {
  const text = readFileSync(moduleId, "utf8");
  const works = [text.includes('"@fast-check/vitest"'), text.includes("support/gpg.ts")].filter(Boolean).length;
  return works * 1_000_000 + text.length;
}

class CheapestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((left, right) => costOf(left) - costOf(right)));
  }
}

export default defineConfig({
  plugins: [steadySeed],
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    env: { TZ: "Asia/Kathmandu" },
    setupFiles: ["e2e/mutation/stop-early.ts", "e2e/support/fail-on-console-error.ts"],
    include: [...tests],
    exclude: zoneTests,
    sequence: { sequencer: CheapestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    isolate: false, // each mutant has one worker of its own as it is
  },
});
