import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { takeApart } from "#e2e/support/packets.ts";
import { houseFurnishedAt, listOf, rosterOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { enrol } from "#e2e/support/two-reports.ts";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listEvents } from "#lib/data/events.ts";
import { findReport } from "#lib/data/reports.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import type { EnvelopeUpload } from "#lib/schema/submission.ts";
import type { DemoMember } from "#prisma/seed/demo-members.ts";
import { signNextRoster } from "#prisma/seed/demo-rosters.ts";
import { unlockDemoKey } from "#prisma/seed/demo-vault.ts";
import { acceptMessage, type MessageUpload } from "./accept-message.ts";
import { acceptReport } from "./accept-report.ts";
import { addCard } from "./add-card.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
/** As it is signed now: in some tests somebody joins. */
let roster: PublishedRoster;
let report: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  roster = rosterOf(house, "linux-distros");
});

beforeEach(async () => {
  report = await smallReport(house, { at, listName: "linux-distros", roster });
  await acceptReport(report.actor, report.upload, at);
});

async function sealedByDora(text = "Which versions?"): Promise<EnvelopeUpload> {
  const signer = await unlockDemoKey(house.vault, house.dora.key);
  return sealText(text, { ...report.sealing, signer });
}

function messageOf(envelope: EnvelopeUpload): MessageUpload {
  const submission = { kind: "message", rosterVersion: roster.version } as const;
  return { reportId: report.actor.reportId, submissionId: crypto.randomUUID(), submission, envelope };
}

/** Without the last key packet, which is the reporter's. */
function toListAlone(envelope: EnvelopeUpload): EnvelopeUpload {
  const { keyPackets, body } = takeApart(envelope);
  return { ...envelope, message: concatBytes(...keyPackets.slice(0, -1), body) };
}

async function messagesSeenBy(actor: Parameters<typeof listEnvelopes>[0]) {
  const envelopes = await listEnvelopes(actor, { reportId: report.actor.reportId });
  return envelopes.filter(({ kind }) => kind === "message");
}

/** Somebody joins linux-distros, and a roster that names them is signed. */
async function somebodyJoins(): Promise<DemoMember> {
  const [newcomer] = await enrol(house, [{ firstName: `N${crypto.randomUUID()}`, listNames: ["linux-distros"] }], at);
  if (newcomer === undefined) throw new Error("nobody was enrolled");
  roster = await signNextRoster(house.ada, house.vault, listOf(house, "linux-distros"), at);
  return newcomer;
}

describe("a member's message (M6, M7)", () => {
  test("to the list alone is no business of the reporter's, and the record says so", async () => {
    const sent = await acceptMessage(house.dora.actor, messageOf(toListAlone(await sealedByDora())), at);
    expect(sent).toMatchObject({ ok: true });
    expect(await messagesSeenBy(house.uma.actor)).toHaveLength(1);
    expect(await messagesSeenBy(report.actor)).toEqual([]);
    const events = await listEvents(house.uma.actor, report.actor.reportId);
    expect(events.at(-1)).toMatchObject({ kind: "message-sent", facts: { toReporter: false } });
  });

  test("to list and reporter says so too", async () => {
    await acceptMessage(house.dora.actor, messageOf(await sealedByDora()), at);
    expect(await messagesSeenBy(report.actor)).toHaveLength(1);
    const events = await listEvents(house.uma.actor, report.actor.reportId);
    expect(events.at(-1)).toMatchObject({ kind: "message-sent", facts: { toReporter: true } });
  });

  test("that leaves a reader of the list out is refused, with their name", async () => {
    const { keyPackets, body } = takeApart(await sealedByDora());
    const message = concatBytes(...keyPackets.slice(1), body);
    const upload = messageOf({ message, parts: [], emptyBody: null, claims: null });
    expect(await acceptMessage(house.dora.actor, upload, at)).toMatchObject({
      problem: { code: "PGP_READERS_MISSING", facts: { names: ["Ada Demo"] } },
    });
  });

  test("that is not encrypted is refused", async () => {
    const upload = messageOf({ message: utf8("Hello"), parts: [], emptyBody: null, claims: null });
    expect(await acceptMessage(house.dora.actor, upload, at)).toMatchObject({ problem: { code: "PGP_NOT_OPENPGP" } });
  });
});

describe("after somebody has joined the list", () => {
  test("what was sealed to the roster before is refused, and the new version offered", async () => {
    const upload = messageOf(await sealedByDora());
    await somebodyJoins();
    expect(await acceptMessage(house.dora.actor, upload, at)).toMatchObject({
      problem: { code: "ROSTER_OUTDATED", facts: { given: roster.version - 1, current: roster.version } },
    });
  });

  test("a message that was taken before is still the same message when it is sent again", async () => {
    const upload = messageOf(await sealedByDora());
    const first = expectOk(await acceptMessage(house.dora.actor, upload, at));
    await somebodyJoins();
    expect(expectOk(await acceptMessage(house.dora.actor, upload, addHours(at, 1)))).toEqual(first);
    expect(await messagesSeenBy(house.uma.actor)).toHaveLength(1);
  });

  test("so is a card", async () => {
    const submissionId = crypto.randomUUID();
    const envelope = await sealedByDora("A card");
    const upload = {
      reportId: report.actor.reportId,
      submission: { submissionId, kind: "message", rosterVersion: roster.version },
      envelope,
    } as const;
    expect(await addCard(house.dora.actor, upload, addHours(at, 1))).toMatchObject({ ok: true });
    await somebodyJoins();
    expect(await addCard(house.dora.actor, upload, addHours(at, 2))).toMatchObject({ ok: true });
    const envelopes = await listEnvelopes(house.uma.actor, { reportId: report.actor.reportId });
    expect(envelopes.filter(({ kind }) => kind === "card")).toHaveLength(2);
  });

  test("they read what is sent from then on, and nothing that came before", async () => {
    await acceptMessage(house.dora.actor, messageOf(await sealedByDora()), at);
    const { actor } = await somebodyJoins();
    expect(await findReport(actor, report.actor.reportId)).toMatchObject({ problem: { code: "NOT_FOUND" } });

    const signer = await unlockDemoKey(house.vault, house.dora.key);
    const envelope = await sealText("Welcome.", { ...report.sealing, signer, roster });
    const sent = expectOk(await acceptMessage(house.dora.actor, messageOf(envelope), addHours(at, 1)));
    const seen = await listEnvelopes(actor, { reportId: report.actor.reportId });
    expect(seen.map(({ id }) => id)).toEqual([sent.id]);
  });
});
