import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { prove } from "#lib/access/_prove.ts";
import { addHours } from "#lib/base/instant.ts";
import { listMembers } from "#lib/data/members.ts";
import { listPinnedCoordinators } from "#lib/data/rosters.ts";
import { makeDemoKey, type DemoKey } from "#prisma/seed/demo-key.ts";
import { enrolmentLinkHours, makeEnrolmentLink } from "#prisma/seed/first-link.ts";
import { createBothLists } from "#prisma/seed/lists.ts";
import { enrolFirstCoordinator } from "./enrol-first-coordinator.ts";

const system = prove({ kind: "system" });
const now = new Date("2026-11-02T08:00:00Z");
let key: DemoKey;
let token: string;

beforeEach(async () => {
  await freshDatabase();
  await createBothLists(system, now);
  const who = { name: "Ada Demo", address: "ada@example.org", algorithm: "Curve25519" } as const;
  key = await makeDemoKey({ ...who, createdAt: now, validDays: 730 });
  token = tokenOf(await makeEnrolmentLink(system, "https://portal.example", now));
});

function tokenOf(link: string): string {
  return new URL(link).hash.slice(1);
}

interface Attempt {
  readonly at?: Date;
  readonly certificate?: Uint8Array | string;
  readonly name?: string;
}

function enrol({ at = now, certificate = key.certificate, name = "Ada Demo" }: Attempt = {}) {
  return enrolFirstCoordinator(system, { token, name, organisation: "", certificate }, at);
}

describe("the link for the first coordinator", () => {
  test("enrols a pinned coordinator who reads both lists", async () => {
    expect(await enrol()).toMatchObject({ ok: true });
    const [ada, ...others] = await listMembers(system);
    expect(others).toEqual([]);
    expect(ada).toMatchObject({ name: "Ada Demo", isCoordinator: true, organisation: "Coordination" });
    expect(ada?.listIds).toHaveLength(2);
    expect(await listPinnedCoordinators(system)).toMatchObject([{ fingerprint: key.fingerprint, name: "Ada Demo" }]);
  });

  test("serves once, also where it is used twice at the same moment", async () => {
    const outcomes = await Promise.all([enrol(), enrol()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enrol()).toMatchObject({ problem: { code: "LINK_SPENT" } });
    expect(await listMembers(system)).toHaveLength(1);
  });

  test.each([
    { what: "a second before its end", ms: -1000, code: undefined },
    { what: "at its end", ms: 0, code: "LINK_SPENT" },
  ])("$what gives $code", async ({ ms, code }) => {
    const at = new Date(addHours(now, enrolmentLinkHours).getTime() + ms);
    const outcome = await enrol({ at });
    expect(outcome.ok ? undefined : outcome.problem.code).toBe(code);
  });

  test("is not used up by a name or a certificate that is refused", async () => {
    expect(await enrol({ name: " " })).toMatchObject({ problem: { code: "NAME_MISSING" } });
    expect(await enrol({ certificate: key.lockedKey })).toMatchObject({ problem: { code: "CERTIFICATE_IS_PRIVATE" } });
    expect(await enrol({ certificate: "nonsense" })).toMatchObject({ problem: { code: "CERTIFICATE_NONE_FOUND" } });
    expect(await enrol()).toMatchObject({ ok: true });
  });

  test("stops counting when a newer one is made, and a guessed one never counts", async () => {
    const newer = tokenOf(await makeEnrolmentLink(system, "https://portal.example", now));
    expect(await enrol()).toMatchObject({ problem: { code: "LINK_SPENT" } });
    token = "";
    expect(await enrol()).toMatchObject({ problem: { code: "LINK_SPENT" } });
    token = newer;
    expect(await enrol()).toMatchObject({ ok: true });
  });
});
