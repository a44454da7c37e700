import { afterEach, beforeAll, expect, test } from "vitest";
import { expectOk } from "#lib/base/result.ts";
import { utf8 } from "#lib/base/bytes.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import { composeCard } from "#lib/mime/card.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { asReader, endVaults, openVault, openVaultOf, sealedAt } from "#lib/pgp/fixtures/vault-bench.ts";
import { openCards, type SealedCard } from "./open-cards.ts";
import type { RowCard } from "./report-row.ts";
import { emptyCard } from "./row-fixture.ts";

let ada: FreshKey;
let grace: FreshKey;

beforeAll(async () => {
  [ada, grace] = await Promise.all([freshKey("Ada"), freshKey("Grace")]);
});

afterEach(endVaults);

async function sealedCard(reportId: string, reader: FreshKey, entity = composeCard({ ...emptyCard, title: reportId })) {
  const request = {
    envelopeId: null,
    entity,
    attachments: [],
    readers: [asReader(reader)],
    signer: null,
    at: sealedAt,
  };
  const parts = expectOk(await openVault().ask("seal", request));
  const [keyPacket] = parts.keyPackets;
  if (keyPacket === undefined) throw new Error("sealed to nobody");
  const card: SealedCard = {
    reportId: reportId as ReportId,
    envelopeId: `envelope-${reportId}` as EnvelopeId,
    keyPacket: keyPacket.bytes,
    body: parts.body,
    commitment: parts.commitment,
  };
  return card;
}

async function opened(cards: readonly SealedCard[], vault: Awaited<ReturnType<typeof openVaultOf>>) {
  const seen: { readonly size: number; readonly done: number }[] = [];
  const all = new Map<string, RowCard>();
  await openCards({
    cards,
    vault,
    at: sealedAt,
    signal: new AbortController().signal,
    onOpened: (opened, { done }) => {
      for (const [reportId, { rowCard }] of opened) all.set(reportId, rowCard);
      seen.push({ size: opened.size, done });
    },
  });
  return { last: all, seen };
}

test("cards open with their reader's key, and each other outcome is told apart", async () => {
  const mine = await sealedCard("mine", ada);
  const foreign = await sealedCard("foreign", grace);
  const broken = await sealedCard("broken", ada);
  const noCard = await sealedCard("no-card", ada, utf8("Content-Type: text/plain\r\n\r\nhello"));
  const other = { ...(await sealedCard("other", ada)), commitment: mine.commitment };
  const cards = [mine, foreign, { ...broken, body: mine.body }, noCard, other];

  const { last } = await opened(cards, await openVaultOf(ada));
  expect(last.get("mine")).toMatchObject({ state: "opened", card: { title: "mine" } });
  expect(last.get("foreign")).toEqual({ state: "sealed" });
  expect(last.get("broken")).toEqual({ state: "failed" });
  expect(last.get("no-card")).toEqual({ state: "failed" });
  expect(last.get("other")).toEqual({ state: "differs" });
});

test("with no key unlocked, everything stays sealed and nothing fails", async () => {
  const { last } = await opened([await sealedCard("a", ada)], openVault());
  expect([...last.values()]).toEqual([{ state: "sealed" }]);
});

test("titles appear batch by batch, and the last batch ends at the whole", async () => {
  const card = await sealedCard("a", ada);
  const cards = Array.from({ length: 21 }, (_, index) => ({ ...card, reportId: `r${String(index)}` as ReportId }));
  const { seen } = await opened(cards, await openVaultOf(ada));
  expect(seen).toEqual([
    { size: 20, done: 20 },
    { size: 1, done: 21 },
  ]);
});
