/** A room of lib whose code is changed, mutant by mutant, and the tests that must notice. */
export interface MutatedRoom {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /**
   * Leaves out what runs only while modules are read, such as tables: it has no test of its own, so that all of the
   * room's tests would have to run for each mutant.
   */
  readonly ignoresStatic?: boolean;
}

export const mutatedRooms: Readonly<Record<string, MutatedRoom>> = {
  policy: {
    mutate: ["lib/policy/**/*.ts", ...except("_acceptable-facts", "unobjectionable-answers")],
    tests: ["lib/policy/**/*.test.ts"],
  },
  access: { mutate: ["lib/access/*.ts"], tests: ["lib/access/*.test.ts"] },
  embargo: { mutate: ["lib/embargo/**/*.ts", ...except("_negotiated")], tests: ["lib/embargo/**/*.test.ts"] },
  pgp: { mutate: ["lib/pgp/*.ts"], tests: ["lib/pgp/*.test.ts"], ignoresStatic: true },
};

/** What tests and the demo are furnished with is no more code than they are. */
function except(...names: readonly string[]): readonly string[] {
  return names.map((name) => `!lib/*/${name}.ts`);
}

/** Of these rooms, but not run for every mutant: they take seconds each, and find by number what others find by name. */
const slowTests = "lib/pgp/{interop,debian-keyrings,mutants,bombs}.test.ts";

/** These change the process's zone, which a thread cannot. */
const zoneTests = "lib/*/reader-zones.test.ts";

export const leftOutTests = [slowTests, zoneTests];
