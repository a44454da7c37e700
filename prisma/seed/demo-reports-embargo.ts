import type { DemoReport } from "./demo-report.ts";
import { publishedReports } from "./demo-reports-published.ts";

/** Nobody has told its reporter in 48 hours that it arrived (R8). */
const unanswered: DemoReport = {
  listName: "distros",
  ageHours: 63,
  embargoHours: 7 * 24 - 8,
  answers: { severity: "medium", cveWish: "wants" },
  card: {
    title: "thistlefs mounts an image whose directory contains itself",
    software: "thistlefs",
    versions: "1.0 to 1.3",
    severityVector: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H",
    cveIds: [],
  },
  text: `A directory entry that points to an ancestor is followed without a bound. Any user who may mount an image through the desktop's automounter stops the machine with one of 4 KiB.

The maintainer has a patch and would release it on the day.`,
  credit: "Hale Quist (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: null,
  thread: [],
};

/** A member has proposed an earlier date; the reporter has not answered yet. */
const negotiated: DemoReport = {
  listName: "distros",
  ageHours: 31,
  embargoHours: 7 * 24 - 9,
  answers: { severity: "high", toldOthers: ["upstream", "other-projects"], cveWish: "wants" },
  card: {
    title: "Session tokens of larkspur can be guessed after a restart",
    software: "larkspur",
    versions: "2.2 and 2.3",
    severityVector: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
    cveIds: [],
  },
  text: `Since 2.2 larkspur seeds its token generator with the start time in seconds and the process number. Whoever knows about when the service was restarted has a few thousand tokens to try.

The fix asks the system for random bytes, as 2.1 did.`,
  credit: "Bryn Oduya (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "oracle-orson", hours: 7 },
  thread: [
    {
      by: "coreos-cyrus",
      hours: 12,
      text: `The fix is a revert, so we could all be ready in four days. I have proposed that date; does it suit you?`,
    },
  ],
  steps: [
    {
      by: "coreos-cyrus",
      hours: 12,
      take: ({ disclosureAt, after }) => ({
        kind: "propose",
        issue: 1,
        disclosureAt: new Date(disclosureAt.getTime() - 2 * 86_400_000),
        reason: "fix-is-ready",
        answerUntil: after(48),
      }),
    },
  ],
};

/** Two issues in one report, which organisations have looked at and worked on. */
const untangled: DemoReport = {
  listName: "distros",
  ageHours: 78,
  embargoHours: 7 * 24 - 2,
  answers: { severity: "high", toldOthers: ["upstream", "other-distributions"], cveWish: "has" },
  card: {
    title: "Two overflows in the archive reader of ferncrate",
    software: "ferncrate",
    versions: "0.12 to 0.15",
    severityVector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H",
    cveIds: ["CVE-2026-99011", "CVE-2026-99012"],
  },
  text: `The reader trusts two lengths. The first, of a member's name, is on the stack; the second, of the comment, is on the heap and needs an archive of more than 2 GiB.

Each has a patch of its own. The second could wait; the first should not.`,
  credit: "Sable Winter and Ode Marsh (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "coreos-cora", hours: 4 },
  thread: [
    {
      by: "suse-sven",
      hours: 30,
      text: `We have both patches in a test build. The first applies everywhere; the second needs a line less on 0.12.`,
    },
  ],
  steps: [
    { by: "coreos-cora", hours: 4, take: () => ({ kind: "triage", given: { question: "valid", answer: "yes" } }) },
    { by: "coreos-cora", hours: 6, take: () => ({ kind: "split", issue: 1 }) },
    {
      by: "coreos-cora",
      hours: 6.1,
      take: () => ({ kind: "triage", given: { question: "several-issues", answer: "separated" } }),
    },
    { by: "coreos-cora", hours: 6.2, take: () => work("A6", "done") },
    {
      by: "red-hat-rosa",
      hours: 9,
      take: () => ({ kind: "set-cve", issue: 1, state: "assigned", cveId: "CVE-2026-99011" }),
    },
    {
      by: "red-hat-rosa",
      hours: 9.1,
      take: () => ({ kind: "set-cve", issue: 2, state: "assigned", cveId: "CVE-2026-99012" }),
    },
    { by: "red-hat-rosa", hours: 10, take: () => status(1, "fix-ready") },
    { by: "red-hat-rosa", hours: 10.1, take: () => work("T2", "done") },
    { by: "debian-dario", hours: 14, take: () => status(1, "affected") },
    { by: "debian-dario", hours: 14.1, take: () => status(2, "not-affected") },
    { by: "suse-sven", hours: 30, take: () => status(1, "fix-ready") },
    { by: "suse-sven", hours: 30.1, take: () => status(2, "looking") },
    { by: "amazon-linux-ami-amira", hours: 33, take: () => work("T3", "nothing-found") },
    { by: "freebsd-flora", hours: 35, take: () => status(1, "not-shipped") },
  ],
  cards: [
    {
      by: "coreos-cora",
      hours: 6.3,
      issue: 2,
      card: {
        title: "Heap overflow in the comment of an archive of more than 2 GiB",
        software: "ferncrate",
        versions: "0.12 to 0.15",
        severityVector: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H",
        cveIds: ["CVE-2026-99012"],
      },
    },
  ],
};

function status(issue: number, said: "looking" | "affected" | "not-affected" | "not-shipped" | "fix-ready") {
  return { kind: "set-status", issue, status: said, envelopeId: null } as const;
}

function work(duty: "A6" | "T2" | "T3", outcome: "done" | "nothing-found") {
  return { kind: "record-duty-work", duty, outcome, envelopeId: null } as const;
}

/** Reports in which something has come of what was agreed. */
export const embargoReports: readonly DemoReport[] = [unanswered, negotiated, untangled, ...publishedReports];
