// Opens one bomb, named as an argument, and prints as JSON what that cost. Run by bomb-cost.ts.
import { bodyAround, bzip2Bomb, zipBomb } from "#e2e/support/bombs.ts";
import { mimeBombs } from "#e2e/support/mime-bombs.ts";
import { utf8 } from "#lib/base/bytes.ts";
import { parseEntity } from "#lib/mime/parse-entity.ts";
import { openWithSessionKey } from "#lib/pgp/open.ts";
import { sealBody } from "#lib/pgp/seal.ts";
import { newSessionKey } from "#lib/pgp/session-key.ts";

const [how = ""] = process.argv.slice(2);
const sessionKey = newSessionKey();
const body = await bodyOf(how);
await openWithSessionKey({ body: await sealBody(utf8("warm"), sessionKey), sessionKey, signers: [], at: new Date() });

const before = process.memoryUsage().rss;
const began = performance.now();
const outcome = await open();
const ms = Math.round(performance.now() - began);
const peakBytes = process.resourceUsage().maxRSS * 1024 - before;
process.stdout.write(JSON.stringify({ how, sentBytes: body.length, outcome, ms, peakBytes }));

async function bodyOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (name === "bzip2") return bodyAround(bzip2Bomb(), sessionKey);
  if (name === "zip") return bodyAround(zipBomb(), sessionKey);
  const entity = Object.entries(mimeBombs).find(([each]) => each === name)?.[1];
  if (entity === undefined) throw new Error(`no bomb is called ${name}`);
  return sealBody(utf8(entity), sessionKey);
}

async function open(): Promise<string> {
  const opened = await openWithSessionKey({ body, sessionKey, signers: [], at: new Date() });
  if (!opened.ok) return opened.problem.code;
  const parsed = await parseEntity(opened.value.entity);
  return parsed.ok ? "opened" : parsed.problem.code;
}
