import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { prove } from "#lib/access/_prove.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { SessionId } from "#lib/base/id.ts";
import { daysBetween } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { everyDeadline, lateAt, listDeadlines, upcomingFrom } from "#lib/data/deadlines.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listLists } from "#lib/data/lists.ts";
import { listMembers } from "#lib/data/members.ts";
import { listNotices, listSentReminders } from "#lib/data/notices.ts";
import { listObligations } from "#lib/data/obligations.ts";
import { listReports } from "#lib/data/report-list.ts";
import { findCurrentRoster, listPinnedCoordinators } from "#lib/data/rosters.ts";
import { parseReceipt } from "#lib/pgp/receipt.ts";
import { verifyRoster } from "#lib/pgp/signed-roster.ts";
import { unlockKey } from "#lib/pgp/unlock.ts";
import type { DemoPersonFile } from "./demo-folder.ts";
import { demoPassphrase } from "./demo-key.ts";
import { seedHouse } from "./seed-house.ts";

const system = prove({ kind: "system" });
const now = new Date("2026-11-22T18:30:00Z");
const origin = "https://portal.example";
let varFolder: string;

beforeEach(async () => {
  await freshDatabase();
  varFolder = mkdtempSync(path.join(tmpdir(), "fortnight-seed-"));
});

afterEach(() => {
  rmSync(varFolder, { recursive: true, force: true });
});

describe("a demo", () => {
  test("has the organisations of 2017 (L1), sealed reports, and keys that open them", { timeout: 90_000 }, async () => {
    const outcome = await seedHouse({ isDemo: true, origin, varFolder }, now);
    expect(outcome).toMatchObject({ kind: "demo", people: 37, reports: 17 });

    const [distros, linuxDistros] = await listLists(system);
    if (distros === undefined || linuxDistros === undefined) throw new Error("a list is missing");
    const readersOf = async (list: typeof distros) => expectOk(await findCurrentRoster(system, list.id)).readers;
    const organisations = (readers: Awaited<ReturnType<typeof readersOf>>) =>
      new Set(readers.map(({ organisation }) => organisation));
    const onLinuxDistros = organisations(await readersOf(linuxDistros));
    const onlyDistros = [...organisations(await readersOf(distros))].filter((name) => !onLinuxDistros.has(name));
    expect(onlyDistros).toEqual(["FreeBSD", "NetBSD/pkgsrc"]);
    expect(onLinuxDistros.size).toBe(17);

    await checkRosters();
    await checkReports();
    await checkFiles();
    expect(await seedHouse({ isDemo: true, origin, varFolder }, now)).toEqual({ kind: "kept" });
    expect(await listMembers(system)).toHaveLength(37);
  });

  async function checkRosters() {
    for (const { id, name: list } of await listLists(system)) {
      const { signedText: signed, readers } = expectOk(await findCurrentRoster(system, id));
      const pinned = await listPinnedCoordinators(system);
      const certificates = readers.map(({ certificate }) => certificate);
      expect(await verifyRoster({ signed, pinned, list, certificates, now, lowestVersion: 1 })).toMatchObject({
        ok: true,
      });
    }
  }

  async function checkReports() {
    const dora = (await listMembers(system)).find(({ name }) => name === "Dora Demo");
    if (dora === undefined) throw new Error("Dora is missing");
    const sessionId = crypto.randomUUID() as SessionId;
    const actor = prove({ kind: "member", memberId: dora.id, ...dora, sessionId });
    const { reports } = await listReports(actor, { after: null, take: 100 });
    const numbers = Array.from({ length: 17 }, (_, index) => String(17 - index).padStart(4, "0"));
    expect(reports.map(({ handle }) => handle)).toEqual(numbers.map((number) => `FN-2026-${number}`));
    expect(reports.filter(({ acknowledgedAt }) => acknowledgedAt === null)).toHaveLength(2);
    expect(reports.some(({ listName }) => listName === "linux-distros")).toBe(true);
    const states = new Set(reports.map(({ embargoState }) => embargoState));
    expect([...states].toSorted()).toEqual(["active", "exited", "proposed", "revise"]);
    const days = reports.map(({ receivedAt, disclosureAt }) => daysBetween(receivedAt, disclosureAt ?? receivedAt));
    expect(days.filter((each) => each > 7)).toHaveLength(2);
    const hoursLeft = reports.map(({ disclosureAt }) => daysBetween(now, disclosureAt ?? now) * 24);
    expect(hoursLeft.some((hours) => hours > 0 && hours < 6)).toBe(true);
    expect(hoursLeft.some((hours) => hours < 0)).toBe(true);
    const threads = await Promise.all(reports.map(({ id: reportId }) => listEnvelopes(actor, { reportId })));
    expect(threads.flat().some(({ kind, parts }) => kind === "report" && parts.length > 1)).toBe(true);
    expect(threads.flat().filter(({ kind }) => kind === "exploit")).toHaveLength(3);
    await checkWhatIsOwed(actor);
  }

  async function checkWhatIsOwed(actor: SignedInActor) {
    const wanted = [lateAt(now), upcomingFrom(now)].map((span) => ({ ...span, after: null, take: 100, countTo: 0 }));
    const [late = [], upcoming = []] = (await listDeadlines(actor, everyDeadline, wanted)).map(
      (page) => page.deadlines,
    );
    expect(late.map(({ kind }) => kind).toSorted()).toEqual([
      "ACKNOWLEDGE",
      "DISCLOSE",
      "INVESTIGATE_LEAK",
      "POST_EXPLOIT",
      "POST_ISSUE",
      "REPORT_LEAK",
      "TELL_LEAK",
    ]);
    expect(new Set(upcoming.map(({ kind }) => kind))).toContain("ANSWER_PROPOSAL");
    const owed = await Promise.all(
      (await listReports(actor, { after: null, take: 100 })).reports.map(({ id }) => listObligations(actor, id)),
    );
    const leaks = owed.flat().filter(({ kind }) => kind.endsWith("_LEAK"));
    expect(leaks.filter(({ closing }) => closing !== null)).toHaveLength(3);
    const exploits = owed
      .flat()
      .filter(({ kind, dueAt, closing }) => kind === "POST_EXPLOIT" && dueAt > now && closing === null);
    expect(exploits).toHaveLength(2);
    const notices = await listNotices(actor, { before: null, take: 500 });
    expect(notices.some(({ news }) => news === "issue-split")).toBe(true);
    expect(await listSentReminders(system, { before: null, take: 500 })).not.toEqual([]);
  }

  async function checkFiles() {
    const folder = path.join(varFolder, "demo-keys");
    const people = JSON.parse(readFileSync(path.join(folder, "people.json"), "utf8")) as DemoPersonFile[];
    const dora = people.find(({ name }) => name === "Dora Demo");
    const file = path.join(folder, dora?.keyFile ?? "");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const unlocked = await unlockKey({ privateKey: readFileSync(file, "utf8"), passphrase: demoPassphrase });
    expect(unlocked).toMatchObject({ value: { fingerprint: dora?.fingerprint, canDecrypt: true, canSign: true } });
    const receipts = readFileSync(path.join(folder, "receipts.txt"), "utf8").match(/^R[0-9A-Z-]{33}$/gm) ?? [];
    expect(receipts).toHaveLength(17);
    for (const receipt of receipts) expect(parseReceipt(receipt)).toMatchObject({ ok: true });
  }
});

describe("a house without a demo", () => {
  test("has its lists, nobody in it, and a link for the first coordinator", async () => {
    const outcome = await seedHouse({ isDemo: false, origin, varFolder }, now);
    expect(outcome.kind === "empty" ? outcome.enrolmentLink : "").toMatch(
      /^https:\/\/portal\.example\/enrol#[\w-]{22}$/,
    );
    expect((await listLists(system)).map(({ name }) => name)).toEqual(["distros", "linux-distros"]);
    expect(await listMembers(system)).toEqual([]);
  });

  test("is given another link as long as nobody has come, and never a second set of lists", async () => {
    const first = await seedHouse({ isDemo: false, origin, varFolder }, now);
    const second = await seedHouse({ isDemo: false, origin, varFolder }, now);
    expect(second.kind).toBe("empty");
    expect(second).not.toEqual(first);
    expect(await listLists(system)).toHaveLength(2);
    expect(await seedHouse({ isDemo: true, origin, varFolder }, now)).toEqual({ kind: "kept" });
  });
});
