import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { reportsCameAt, twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { addHours } from "#lib/base/instant.ts";
import { changeDutyHolder } from "#lib/data/duties.ts";
import { changeNoticesToRead, countUnreadNotices, createNotices } from "#lib/data/notices.ts";
import type { NoticesResponse } from "#lib/schema/notices-response.ts";
import { remind } from "./remind.ts";
import { showNotices, showReminders } from "./show-notices.ts";

const now = addHours(reportsCameAt, 49);
let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
});

describe("notices", () => {
  test("of one instant are paged through, each once", async () => {
    const { reader } = stage.askers;
    const { reportId } = stage.asked;
    const one = { recipient: reader.memberId, reportId, handle: "FN-2026-0001", news: "message-sent" } as const;
    await createNotices(
      stage.house.dora.actor,
      Array.from({ length: 25 }, () => one),
      now,
    );
    const seen: string[] = [];
    let before: NoticesResponse["next"] = null;
    do {
      const page: NoticesResponse = await showNotices(reader, before, 10);
      seen.push(...page.notices.map(({ id }) => id));
      before = page.next;
    } while (before !== null);
    expect(seen.length).toBeGreaterThanOrEqual(25);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("are read up to what was shown, and those that came since stay unread", async () => {
    const { reader } = stage.askers;
    const { reportId } = stage.asked;
    const one = { recipient: reader.memberId, reportId, handle: "FN-2026-0001", news: "posting-recorded" } as const;
    await createNotices(stage.house.dora.actor, [one], addHours(now, 1));
    expect(await countUnreadNotices(reader, 10)).toBe(10);
    await changeNoticesToRead(reader, now, now);
    expect(await countUnreadNotices(reader, 10)).toBe(1);
    const [newest, next] = (await showNotices(reader, null)).notices;
    expect([newest?.isRead, next?.isRead]).toEqual([false, true]);
  });

  test("are one's own", async () => {
    expect((await showNotices(stage.askers.newcomer, null)).notices).toEqual([]);
    expect((await showNotices(stage.askers.anonymous, null)).notices).toEqual([]);
  });
});

describe("reminders, for a coordinator", () => {
  test("that were sent name who got them, and those ahead are what the schedule has", async () => {
    const { coordinator, system } = stage.askers;
    const ahead = async () => (await showReminders(coordinator, { before: null, after: null }, now)).ahead;
    const acknowledgement = (await ahead()).find(({ kind }) => kind === "ACKNOWLEDGE");
    expect(acknowledgement).toMatchObject({ step: "due", to: "owner", reportId: null });
    expect(acknowledgement?.at).toEqual(addHours(reportsCameAt, 48));

    const { organisationId } = stage.house.dora.actor;
    await changeDutyHolder(system, { duty: "A1", role: "primary" }, organisationId, now);
    await remind(system, addHours(reportsCameAt, 48));
    const { sent } = await showReminders(coordinator, { before: null, after: null }, now);
    expect(
      sent.map(({ handle, reminder, recipient }) => `${handle} ${reminder?.step ?? ""} ${recipient ?? ""}`),
    ).toContain("FN-2026-0001 due Dora Demo (Debian)");
    expect((await ahead()).some(({ at }) => at <= addHours(reportsCameAt, 48))).toBe(false);
  });

  test("are nothing to a member", async () => {
    const { reader } = stage.askers;
    expect(await showReminders(reader, { before: null, after: null }, now)).toMatchObject({ sent: [], ahead: [] });
  });
});
