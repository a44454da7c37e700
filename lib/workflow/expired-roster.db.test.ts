import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { rosterOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { utcSecondText } from "#lib/base/instant.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { unlockDemoKey } from "#prisma/seed/demo-vault.ts";
import { signNextRoster } from "#prisma/seed/demo-rosters.ts";
import { acceptMessage } from "./accept-message.ts";
import { acceptReport } from "./accept-report.ts";
import { addCard } from "./add-card.ts";

let house: SmallHouse;
let lastInstant: Date;
let expiresAt: Date;
let roster: PublishedRoster;
let early: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  const whole = rosterOf(house, "linux-distros");
  ({ expiresAt } = whole);
  lastInstant = new Date(expiresAt.getTime() - 1);
  // Uma's certificate has run out by then, so nobody can seal to her, and nobody has to.
  roster = { ...whole, readers: whole.readers.filter(({ name }) => name !== "Uma Demo") };
  early = await reportAt(lastInstant);
});

function reportAt(at: Date): Promise<SmallReport> {
  return smallReport(house, { at, listName: "linux-distros", roster });
}

const take = ({ actor, upload }: SmallReport, at: Date) => acceptReport(actor, upload, at);

const refusal = () => ({ code: "ROSTER_EXPIRED", facts: { expiredAt: utcSecondText(expiresAt) } });

describe("a roster that is good until an instant", () => {
  test("takes a report in the millisecond before, and refuses one from then on", async () => {
    expect(await take(early, lastInstant)).toMatchObject({ ok: true });
    expect(await take(await reportAt(expiresAt), expiresAt)).toMatchObject({ problem: { problem: refusal() } });
  });

  test("takes none afterwards either that names no version, or another", async () => {
    const { actor, upload } = await reportAt(expiresAt);
    const { rosterVersion: _, ...unnamed } = upload.submission;
    for (const submission of [unnamed, { ...unnamed, rosterVersion: 7 }])
      expect(await acceptReport(actor, { ...upload, submission }, expiresAt)).toMatchObject({
        problem: { problem: refusal() },
      });
  });

  test("gives what was taken before the same answer when it is sent again", async () => {
    const first = await take(early, lastInstant);
    expect(await take(early, expiresAt)).toEqual(first);
  });

  test("refuses messages and cards from then on too, and takes them before", async () => {
    await take(early, lastInstant);
    const signer = await unlockDemoKey(house.vault, house.dora.key);
    const submission = { kind: "message", rosterVersion: 1 } as const;
    const sealed = async () => ({
      reportId: early.actor.reportId,
      submissionId: crypto.randomUUID(),
      submission: { ...submission, submissionId: crypto.randomUUID() },
      envelope: await sealText("Which versions?", { ...early.sealing, signer }),
    });
    expect(await acceptMessage(house.dora.actor, await sealed(), lastInstant)).toMatchObject({ ok: true });
    expect(await addCard(house.dora.actor, await sealed(), lastInstant)).toMatchObject({ ok: true });
    expect(await acceptMessage(early.actor, await sealed(), expiresAt)).toMatchObject({ problem: refusal() });
    expect(await addCard(house.dora.actor, await sealed(), expiresAt)).toMatchObject({ problem: refusal() });
  });

  test("takes reports again once a coordinator has signed the next one", async () => {
    const list = house.lists.get("linux-distros");
    if (list === undefined) throw new Error("a list is missing");
    const next = await signNextRoster(house.ada, house.vault, list, expiresAt);
    const report = await smallReport(house, { at: expiresAt, listName: "linux-distros", roster: next });
    expect(await take(report, expiresAt)).toMatchObject({ ok: true });
  });
});
