// Opening a member's cards, as the table of reports does: each by its key packet, and with the keyring that remembers
// their session keys, in Node.js and in a browser.
import { expectOk } from "#lib/base/result.ts";
import { startWebAlone } from "#e2e/support/web-alone.ts";
import { composeCard } from "#lib/mime/card.ts";
import { hex } from "#lib/base/bytes.ts";
import { createCertificateCache } from "#lib/pgp/certificate-cache.ts";
import type { SealedBody, VaultAnswer, VaultOperation, VaultRequest } from "#lib/pgp/protocol.ts";
import { sealUnsigned } from "#lib/pgp/seal.ts";
import { createVault } from "#lib/pgp/vault.ts";
import { demoPassphrase, makeDemoKey, type DemoAlgorithm, type DemoKey } from "#prisma/seed/demo-key.ts";
import { addDays } from "#lib/base/instant.ts";
import { openPageVault } from "./page-vault.ts";

const algorithms: readonly DemoAlgorithm[] = ["RSA 4096", "Curve25519"];
const cardCount = 500;
/** As many as the table opens before it is drawn again. */
const cardsABatch = 20;
/** For all of them, with the keyring. */
const barMs = 1_000;
const at = new Date();

/** A vault, wherever it is. */
interface BenchedVault {
  readonly renew: () => Promise<void>;
  readonly ask: <Operation extends VaultOperation>(
    operation: Operation,
    request: VaultRequest<Operation>,
  ) => Promise<{ readonly answer: VaultAnswer<Operation>; readonly ms: number }>;
}

/** Measures and prints. */
export async function benchOpening(): Promise<void> {
  const site = await startWebAlone();
  try {
    await site.startWeb();
    const inPage = await openPageVault(site.origin);
    const rows = [];
    for (const algorithm of algorithms) {
      const wish = { name: "Ada", address: "ada@example.org", algorithm, createdAt: addDays(at, -100), validDays: 900 };
      const key = await makeDemoKey(wish);
      const cards = await sealedCards(key);
      for (const [where, vault] of [
        ["Node.js", vaultHere()],
        ["Chromium's worker", inPage],
      ] as const)
        rows.push({ key: algorithm, where, ...(await openAll(vault, key, cards)) });
    }
    await inPage.close();
    console.log(`\nopening ${String(cardCount)} cards, ms (bar with the keyring ${String(barMs)} ms)`);
    console.table(rows);
  } finally {
    await site.stop();
  }
}

async function sealedCards({ certificate }: DemoKey): Promise<readonly SealedBody[]> {
  const cache = createCertificateCache();
  const cards: SealedBody[] = [];
  for (let number = 0; number < cardCount; number += 1) {
    const card = { title: `Overflow ${String(number)} in libmarrow`, software: "libmarrow", versions: "up to 2.3" };
    const entity = composeCard({ ...card, severityVector: null, cveIds: [] });
    const sealed = expectOk(await sealUnsigned({ entity, readers: [{ name: "Ada", certificate }], at, cache }));
    cards.push({
      envelopeId: crypto.randomUUID(),
      keyPackets: sealed.keyPackets.map(({ bytes }) => bytes),
      body: sealed.body,
      commitment: hex(sealed.commitment),
    });
  }
  return cards;
}

/** First each by its key packet; then in a vault that knows nothing but the key, with the keyring of the first one. */
async function openAll(vault: BenchedVault, key: DemoKey, cards: readonly SealedBody[]) {
  const { lockedKey, certificate } = key;
  const begin = async () => {
    await vault.renew();
    expectOk((await vault.ask("unlock", { privateKey: lockedKey, passphrase: demoPassphrase })).answer);
  };
  await begin();
  const firstMs = await openInBatches(vault, cards);
  const owner = { name: "Ada", certificate };
  const { keyPacket, body } = expectOk((await vault.ask("sealKeyring", { owner, at })).answer);
  await begin();
  const opened = await vault.ask("openKeyring", { body, keyPacket: keyPacket.bytes, sessionKeyLine: null });
  if (expectOk(opened.answer) !== cards.length) throw new Error("the keyring has forgotten some");
  const keptMs = await openInBatches(vault, cards);
  return {
    "first time": Math.round(firstMs),
    "opening the keyring": Math.round(opened.ms),
    "then the cards": Math.round(keptMs),
    "with the keyring": Math.round(opened.ms + keptMs),
  };
}

async function openInBatches(vault: BenchedVault, cards: readonly SealedBody[]): Promise<number> {
  let sum = 0;
  for (let start = 0; start < cards.length; start += cardsABatch) {
    const { answer, ms } = await vault.ask("open", {
      bodies: cards.slice(start, start + cardsABatch),
      signers: [],
      at,
    });
    for (const each of answer) if (expectOk(each).commitment !== "fits") throw new Error("a card that does not fit");
    sum += ms;
  }
  return sum;
}

function vaultHere(): BenchedVault {
  let vault = createVault();
  const context = { onProgress: () => undefined, signal: new AbortController().signal };
  return {
    renew() {
      vault = createVault();
      return Promise.resolve();
    },
    async ask(operation, request) {
      const began = performance.now();
      const answer = await vault[operation](request, context);
      return { answer, ms: performance.now() - began };
    },
  };
}
