import { addDays } from "#lib/base/instant.ts";
import { makeDemoKey } from "./demo-key.ts";
import type { DemoMemberKey } from "./demo-folder.ts";
import { demoKeyAgeDays, demoPeople } from "./demo-people.ts";

/** A fresh key for each of the demo's people, made side by side: RSA keys take all the cores there are. */
export async function makeDemoKeys(now: Date): Promise<readonly DemoMemberKey[]> {
  const createdAt = addDays(now, -demoKeyAgeDays);
  return Promise.all(
    demoPeople.map(async (person) => {
      const { name, address, algorithm, keyValidDays: validDays } = person;
      return { person, key: await makeDemoKey({ name, address, algorithm, createdAt, validDays }) };
    }),
  );
}
