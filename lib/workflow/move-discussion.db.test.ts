import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, rosterOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listLists } from "#lib/data/lists.ts";
import { listReaders } from "#lib/data/readers.ts";
import type { MessageSubmission } from "#lib/schema/submission.ts";
import { acceptMessage } from "./accept-message.ts";
import { acceptReport } from "./accept-report.ts";
import { addCard } from "./add-card.ts";
import { loadCase } from "./load-case.ts";
import { showCase } from "./show-case.ts";
import { takeStep } from "./take-step.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let report: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

/** A report to `distros` that concerns Linux alone, and that Dora has moved. */
beforeEach(async () => {
  report = await smallReport(house, { at });
  await acceptReport(report.actor, report.upload, at);
  expectOk(await move(house.dora, "linux-distros"));
});

const move = ({ actor }: SmallHouse["dora"], list: string) =>
  takeStep(actor, report.actor.reportId, { kind: "move", list }, addHours(at, 1));

/** Something by Dora, sealed to the roster of one of the lists and to the reporter. */
async function sealedTo(listName: string) {
  const envelope = await sealText("Which versions?", { ...report.sealing, roster: rosterOf(house, listName) });
  return { reportId: report.actor.reportId, submissionId: crypto.randomUUID(), envelope };
}

const ofKind = (kind: MessageSubmission["kind"]) => ({ kind, rosterVersion: rosterOf(house, "linux-distros").version });

async function namesOf(envelopeId: string) {
  const seen = await listEnvelopes(house.dora.actor, { reportId: report.actor.reportId });
  const place = seen.findIndex(({ id }) => id === envelopeId);
  return (await listReaders(house.dora.actor, report.actor.reportId))
    .filter(({ places }) => places.includes(place))
    .map(({ name }) => name ?? "the reporter")
    .toSorted();
}

describe("once a discussion has moved to the list of the Linux distributions (A5)", () => {
  test("a message has that list's readers and the reporter, and nobody else", async () => {
    const upload = { ...(await sealedTo("linux-distros")), submission: ofKind("message") };
    const sent = expectOk(await acceptMessage(house.dora.actor, upload, addHours(at, 2)));
    expect(await namesOf(sent.id)).toEqual(["Ada Demo", "Dora Demo", "Uma Demo", "the reporter"]);
    const seenByFlora = await listEnvelopes(house.flora.actor, { reportId: report.actor.reportId });
    expect(seenByFlora.map(({ kind }) => kind).toSorted()).toEqual(["card", "report"]);
  });

  test.each(["message", "exploit", "status"] as const)("a %s sealed to the wider list is refused", async (kind) => {
    const upload = { ...(await sealedTo("distros")), submission: ofKind(kind) };
    const outcome = await acceptMessage(house.dora.actor, upload, addHours(at, 2));
    expect(outcome).toMatchObject({ ok: false, problem: { code: "PGP_READERS_UNKNOWN" } });
  });

  test("a card sealed to the wider list is refused, and one sealed to the narrower is taken", async () => {
    const wide = { ...(await sealedTo("distros")), submission: ofKind("message") };
    const narrow = { ...(await sealedTo("linux-distros")), submission: ofKind("message") };
    const refused = await addCard(house.dora.actor, wide, addHours(at, 2));
    expect(refused).toMatchObject({ problem: { code: "PGP_READERS_UNKNOWN" } });
    expect(await addCard(house.dora.actor, narrow, addHours(at, 2))).toMatchObject({ ok: true });
  });

  test("what the reporter writes goes to the narrower list too", async () => {
    const upload = { ...(await sealedTo("distros")), submission: ofKind("message") };
    const refused = await acceptMessage(report.actor, upload, addHours(at, 2));
    expect(refused).toMatchObject({ problem: { code: "PGP_READERS_UNKNOWN" } });
  });

  test("the page and the receipt say where it came from", async () => {
    for (const [actor, speaker] of [
      [house.flora.actor, { party: "list", memberId: house.flora.actor.memberId }],
      [report.actor, { party: "reporter", memberId: null }],
    ] as const) {
      const loaded = expectOk(await loadCase(actor, report.actor.reportId));
      expect(loaded.report.listName).toBe("linux-distros");
      const known = { loaded, obligations: [], people: [], lists: await listLists(actor) };
      expect(showCase(known, speaker, addHours(at, 2))).toMatchObject({
        moved: { from: "distros", at: addHours(at, 1) },
      });
    }
  });

  test("it does not move again, nor back", async () => {
    expect(await move(house.uma, "linux-distros")).toMatchObject({ problem: { code: "LIST_NOT_NARROWER" } });
    expect(await move(house.uma, "distros")).toMatchObject({ problem: { code: "LIST_NOT_NARROWER" } });
  });
});

test("who does not read the narrower list cannot move a discussion there", async () => {
  report = await smallReport(house, { at });
  await acceptReport(report.actor, report.upload, at);
  expect(await move(house.flora, "linux-distros")).toMatchObject({ problem: { code: "NOT_FOUND" } });
});
