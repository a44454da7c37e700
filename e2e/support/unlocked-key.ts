import { decryptKey, readPrivateKey } from "openpgp";
import { demoPassphrase, type DemoPerson } from "./demo-people.ts";

/** A demo person's private key without its passphrase, armoured: sq would ask for one in a terminal. */
export async function unlockedKey({ lockedKey }: DemoPerson): Promise<string> {
  const privateKey = await readPrivateKey({ armoredKey: lockedKey });
  return (await decryptKey({ privateKey, passphrase: demoPassphrase })).armor();
}
