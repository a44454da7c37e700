import { describe, expect, test } from "vitest";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import { askAgainFrom, nextObligation, openObligations } from "./reporter-obligations.ts";
import type { ReportTimes } from "./reporter-obligations.ts";

const report: ReportTimes = {
  receivedAt: new Date("2026-11-02T09:00:00Z"),
  acknowledgedAt: null,
  disclosureAt: new Date("2026-11-12T12:00:00Z"),
  hasExploit: true,
  exploitPublicationAt: new Date("2026-11-16T12:00:00Z"),
  publishedAt: null,
  exploitPublishedAt: null,
};
const acknowledged = { ...report, acknowledgedAt: new Date("2026-11-02T10:00:00Z") };
const published = { ...acknowledged, publishedAt: new Date("2026-11-12T12:03:00Z") };

const owed = (times: ReportTimes, policy = distros2017) =>
  openObligations(times, policy).map(
    ({ what, owner, dueAt, clause }) => `${owner} ${what} ${dueAt.toISOString().slice(0, 16)} ${clause}`,
  );

describe("what is owed", () => {
  test("for a new report is an acknowledgement within 48 hours, the posting, then the exploit", () => {
    expect(owed(report)).toEqual([
      "list ACKNOWLEDGE 2026-11-04T09:00 R8",
      "reporter POST_ISSUE 2026-11-12T12:00 R13",
      "reporter POST_EXPLOIT 2026-11-16T12:00 R14",
    ]);
  });

  test("ceases with each thing given", () => {
    expect(owed(acknowledged)).toEqual([
      "reporter POST_ISSUE 2026-11-12T12:00 R13",
      "reporter POST_EXPLOIT 2026-11-16T12:00 R14",
    ]);
    expect(owed(published)).toEqual(["reporter POST_EXPLOIT 2026-11-16T12:00 R14"]);
    expect(owed({ ...published, exploitPublishedAt: new Date("2026-11-15T00:00:00Z") })).toEqual([]);
  });

  test("without a date is first of all the date", () => {
    expect(owed({ ...acknowledged, disclosureAt: null })).toEqual(["reporter SUPPLY_DATE 2026-11-02T09:00 R7"]);
  });

  test("without an exploit is no exploit", () => {
    expect(owed({ ...published, hasExploit: false })).toEqual([]);
  });

  test.each([
    { announced: null, due: "2026-11-19T12:03" },
    { announced: "2026-11-19T12:02:59Z", due: "2026-11-19T12:02" },
    { announced: "2026-11-19T12:03:00Z", due: "2026-11-19T12:03" },
    { announced: "2026-11-20T00:00:00Z", due: "2026-11-19T12:03" },
  ])("an exploit announced for $announced, posted about on 12 November at 12:03, at $due", ({ announced, due }) => {
    const exploitPublicationAt = announced === null ? null : new Date(announced);
    expect(owed({ ...published, exploitPublicationAt })).toEqual([`reporter POST_EXPLOIT ${due} R14`]);
  });

  test("an early posting brings the exploit's latest instant forward", () => {
    const early = { ...published, publishedAt: new Date("2026-11-04T00:00:00Z") };
    expect(owed(early)).toEqual(["reporter POST_EXPLOIT 2026-11-11T00:00 R14"]);
  });

  test("next is the earliest, and nothing at the end", () => {
    expect(nextObligation(report, distros2017)?.what).toBe("ACKNOWLEDGE");
    expect(nextObligation({ ...published, hasExploit: false }, distros2017)).toBeNull();
  });

  test("is less where the policy asks for less", () => {
    expect(owed({ ...report, disclosureAt: null }, linuxKernel)).toEqual([]);
  });
});

describe("a reporter who has heard nothing", () => {
  test("asks again from 48 hours on", () => {
    expect(askAgainFrom(report, distros2017)).toEqual(new Date("2026-11-04T09:00:00Z"));
  });

  test("need not, once receipt is confirmed", () => {
    expect(askAgainFrom(acknowledged, distros2017)).toBeNull();
  });
});
