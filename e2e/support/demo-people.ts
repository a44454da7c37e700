import { readFileSync } from "node:fs";
import path from "node:path";

/** The passphrase of every demo key, as `npm start` prints it. */
export const demoPassphrase = "fortnight-demo";

/** An invented person, as `people.json` beside the keys describes them. */
export interface DemoPerson {
  readonly name: string;
  readonly address: string;
  readonly organisation: string;
  readonly listNames: readonly string[];
  readonly isCoordinator: boolean;
  readonly algorithm: string;
  readonly fingerprint: string;
  /** The path of their locked private key. */
  readonly keyPath: string;
  /** The same key, armoured. */
  readonly lockedKey: string;
}

/** A report of the demo, and the code with which its reporter returns. */
export interface DemoReceipt {
  readonly handle: string;
  readonly listName: string;
  readonly title: string;
  readonly receipt: string;
}

export interface DemoPeople {
  /** The person of this first name: each name is there once. */
  readonly named: (firstName: string) => DemoPerson;
  readonly receipts: readonly DemoReceipt[];
}

/** Reads who lives in a site's demo. */
export function demoPeople(keysFolder: string): DemoPeople {
  const people = readPeople(keysFolder);
  return {
    named(firstName) {
      const person = people.find(({ name }) => name.startsWith(`${firstName} `));
      if (person === undefined) throw new Error(`nobody of the demo is called ${firstName}`);
      return person;
    },
    receipts: readReceipts(keysFolder),
  };
}

function readPeople(folder: string): readonly DemoPerson[] {
  const text = readFileSync(path.join(folder, "people.json"), "utf8");
  const people = JSON.parse(text) as (Omit<DemoPerson, "keyPath" | "lockedKey"> & { keyFile: string })[];
  return people.map((person) => {
    const keyPath = path.join(folder, person.keyFile);
    return { ...person, keyPath, lockedKey: readFileSync(keyPath, "utf8") };
  });
}

function readReceipts(folder: string): readonly DemoReceipt[] {
  const [, ...entries] = readFileSync(path.join(folder, "receipts.txt"), "utf8").trim().split("\n\n");
  return entries.map((entry) => {
    const [head = "", title = "", receipt = ""] = entry.split("\n");
    const [handle = "", listName = ""] = head.split("  ");
    return { handle, listName, title, receipt };
  });
}
