import { equalBytes, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { armorMessage, dearmor } from "#lib/pgp/armor.ts";
import { splitEnvelope } from "#lib/pgp/envelope-check.ts";
import { openEnvelope } from "#lib/pgp/open.ts";
import { unlockKey, type UnlockedKey } from "#lib/pgp/unlock.ts";
import { chanceOf } from "./chance.ts";
import { demoPassphrase, type DemoPerson } from "./demo-people.ts";
import { messageForm, readersAt, reportForm, reportHostile, sealHostile } from "./hostile-report.ts";
import { mutate } from "./mutate.ts";
import { sendBody } from "./send-body.ts";
import { tally, type Tally, type Trial } from "./tally.ts";

const entity = "Content-Type: text/plain\r\n\r\nAn overflow in libmarrow.\r\n";

/** A site, and a reader on its list `distros` whose key is at hand. */
export interface HostileVisit {
  readonly origin: string;
  readonly reader: DemoPerson;
  readonly seed: number;
  /** Longest that one answer may take: a second where nothing else is asked of the site. */
  readonly maximumMs?: number;
}

/**
 * Sends damaged messages to a site. It refuses them, or takes what it cannot see the damage of: who reads that opens the
 * very text, or nothing.
 */
export async function sendMutatedEnvelopes(visit: HostileVisit, count: number): Promise<Tally> {
  const { origin, reader, seed } = visit;
  const chance = chanceOf(seed);
  const { receipt } = await reportHostile(origin, { entity });
  const key = expectOk(await unlockKey({ privateKey: reader.lockedKey, passphrase: demoPassphrase }));
  const [sound, other] = [await sealHostile(origin, { entity }), await sealHostile(origin, { entity })];
  const headers = { authorization: `Receipt ${receipt}` };
  return tally({ ...visit, count }, (number): Trial => {
    const { how, bytes } = mutate(sound, { chance, other, armor: armorMessage });
    const address = `${origin}/api/v1/receipt/messages`;
    return {
      how,
      run: async () => (await send(address, { form: messageForm(bytes), headers, number })) ?? openTaken(bytes, key),
    };
  });
}

/** Sends reports whose sender's certificate is damaged. */
export async function sendMutatedCertificates(visit: HostileVisit, count: number): Promise<Tally> {
  const { origin, seed } = visit;
  const chance = chanceOf(seed);
  const sound = await sealHostile(origin, { entity });
  const certificates = (await readersAt(origin)).map(({ certificate }) => certificate);
  const [first = sound, ...others] = certificates;
  return tally({ ...visit, count }, (number): Trial => {
    const [certificate, other] = [chance.oneOf([first, ...others]), chance.oneOf([first, ...others])];
    const { how, bytes } = mutate(certificate, { chance, other, armor: armorMessage });
    const form = reportForm(sound, { certificate: bytes });
    // From other addresses than those of the messages, so that none of them has to compute first.
    const sender = { form, headers: {}, number: number + 0x8000 };
    return { how, run: async () => (await send(`${origin}/api/v1/reports`, sender)) ?? "taken" };
  });
}

interface Sending {
  readonly form: FormData;
  readonly headers: Readonly<Record<string, string>>;
  /** Each is somebody else to the site's limits. */
  readonly number: number;
}

/** The code of the refusal, or null where it was taken. Throws where the site broke, or said nothing. */
async function send(address: string, { form, headers, number }: Sending): Promise<string | null> {
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  const { status, text } = await sendBody(address, {
    method: "POST",
    headers: { ...headers, "content-type": encoded.headers.get("content-type") ?? "" },
    lengthBytes: body.length,
    body: [body],
    from: `127.77.${String(number >> 8)}.${String(number & 0xff)}`,
  });
  if (status === 201) return null;
  if (status === null || status >= 500) throw new Error(`the site answered ${String(status)}`);
  return (JSON.parse(text) as { readonly code: string }).code;
}

async function openTaken(message: Uint8Array, key: UnlockedKey): Promise<string> {
  const { keyPackets, body } = expectOk(splitEnvelope(expectOk(dearmor(message)).bytes));
  const own = keyPackets.find(({ encryptionKeyId }) => key.keyIds.includes(encryptionKeyId));
  if (own === undefined) throw new Error("taken, without a key packet for a reader");
  const opened = await openEnvelope({ keyPacket: own.bytes, body, key, signers: [], at: new Date() });
  if (!opened.ok) return `taken, and to its reader ${opened.problem.code}`;
  if (!equalBytes(opened.value.entity, utf8(entity))) throw new Error("taken, and opens to another text");
  return "taken, and opens to the same text";
}
