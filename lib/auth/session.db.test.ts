import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { enrol } from "#e2e/support/two-reports.ts";
import type { SessionId } from "#lib/base/id.ts";
import { addDays, addHours, hourMs } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { removeMember } from "#lib/workflow/enrol.ts";
import { sessionIdleMs, sessionMaximumMs, startSession } from "./session-row.ts";
import { endSessions, signInOfSession } from "./session.ts";

const now = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

const actorOfSession = async (id: SessionId, at: Date) => (await signInOfSession(id, at))?.actor ?? null;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

function later(ms: number): Date {
  return new Date(now.getTime() + ms);
}

describe("a session", () => {
  test("stands for its member, with their lists, and for a coordinator as one", async () => {
    for (const { actor } of [house.flora, house.ada]) {
      const sessionId = await startSession(actor.memberId, now);
      const { kind, memberId, organisationId, listIds } = actor;
      const found = await actorOfSession(sessionId, now);
      expect(found).toMatchObject({ kind, memberId, organisationId, sessionId });
      expect([...(found?.listIds ?? [])].sort()).toEqual([...listIds].sort());
    }
  });

  test("that there never was stands for nobody", async () => {
    expect(await actorOfSession(crypto.randomUUID() as SessionId, now)).toBeNull();
  });

  test("ends after two hours in which nothing was asked, to the millisecond", async () => {
    const id = await startSession(house.dora.actor.memberId, now);
    expect(await actorOfSession(id, later(sessionIdleMs))).toBeNull();
    expect(await actorOfSession(id, later(sessionIdleMs - 1))).not.toBeNull();
    // That was asked, so that the two hours begin anew.
    expect(await actorOfSession(id, later(sessionIdleMs + hourMs))).not.toBeNull();
  });

  test("ends twelve hours after it began, however much was asked", async () => {
    const id = await startSession(house.dora.actor.memberId, now);
    for (let hours = 1; hours < 12; hours += 1) expect(await actorOfSession(id, addHours(now, hours))).not.toBeNull();
    expect(await actorOfSession(id, later(sessionMaximumMs - 1))).not.toBeNull();
    expect(await actorOfSession(id, later(sessionMaximumMs))).toBeNull();
  });

  test("ends at once when its member signs out anywhere, and nobody else's does", async () => {
    const [here, there] = [
      await startSession(house.dora.actor.memberId, now),
      await startSession(house.dora.actor.memberId, now),
    ];
    const others = await startSession(house.uma.actor.memberId, now);
    const actor = await actorOfSession(here, now);
    if (actor === null) throw new Error("not signed in");
    await endSessions(actor, now);
    expect(await actorOfSession(here, now)).toBeNull();
    expect(await actorOfSession(there, now)).toBeNull();
    expect(await actorOfSession(others, now)).not.toBeNull();
  });

  test("ends at once when its member is removed", async () => {
    const [rolf] = await enrol(house, [{ firstName: "Rolf", listNames: ["distros"] }], now);
    const id = await startSession(rolf?.actor.memberId ?? house.flora.actor.memberId, now);
    expect(await actorOfSession(id, now)).toMatchObject({ kind: "member" });
    expectOk(await removeMember(house.ada.actor, rolf?.actor.memberId ?? house.flora.actor.memberId, now));
    expect(await actorOfSession(id, now)).toBeNull();
  });
});
