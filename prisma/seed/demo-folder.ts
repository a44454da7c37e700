import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { demoPassphrase, type DemoKey } from "./demo-key.ts";
import type { DemoPerson } from "./demo-people.ts";

export interface DemoMemberKey {
  readonly person: DemoPerson;
  readonly key: DemoKey;
}

export interface DemoReceipt {
  readonly handle: string;
  readonly listName: string;
  readonly title: string;
  readonly receipt: string;
}

/** What `people.json` beside the keys holds, for programs. */
export interface DemoPersonFile extends DemoPerson {
  readonly fingerprint: string;
  readonly keyFile: string;
}

/** Writes the locked private keys, an explanation, and the same as JSON, readable by their owner only. */
export function writeDemoKeys(folder: string, members: readonly DemoMemberKey[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const people = members.map(({ person, key }): DemoPersonFile => {
    const keyFile = `${person.fileName}.asc`;
    writePrivate(folder, keyFile, key.lockedKey);
    return { ...person, fingerprint: key.fingerprint, keyFile };
  });
  writePrivate(folder, "people.json", `${JSON.stringify(people, null, 2)}\n`);
  writePrivate(folder, "README.txt", explanation(people));
}

/** Writes the reporters' codes, with which their reports are returned to at /receipt. */
export function writeDemoReceipts(folder: string, receipts: readonly DemoReceipt[]): void {
  const entries = receipts.map(
    ({ handle, listName, title, receipt }) => `${handle}  ${listName}\n${title}\n${receipt}`,
  );
  const head = "The receipts of the demo's reporters. Type one at /receipt to come back as that reporter.";
  writePrivate(folder, "receipts.txt", `${[head, ...entries].join("\n\n")}\n`);
}

function writePrivate(folder: string, name: string, text: string): void {
  writeFileSync(path.join(folder, name), text, { mode: 0o600 });
}

function explanation(people: readonly DemoPersonFile[]): string {
  const rows = people.map(
    ({ keyFile, name, organisation, algorithm, isCoordinator }) =>
      `${keyFile.padEnd(36)} ${name.padEnd(13)} ${organisation.padEnd(23)} ${algorithm}${isCoordinator ? "  (coordinator)" : ""}`,
  );
  return `Private OpenPGP keys of the demo's invented people. They were made for this folder and are worth nothing elsewhere.

The passphrase of each is: ${demoPassphrase}

To sign in as one of them, choose the file at /sign-in and type the passphrase. Or in a terminal, in a key ring apart:

  export GNUPGHOME=$(mktemp -d)
  gpg --import ${people[0]?.keyFile ?? ""}

receipts.txt has the codes with which the reporters return to their reports. people.json says the same for programs.

${rows.join("\n")}
`;
}
