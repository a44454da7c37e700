import type { DemoReport, DemoStepTaken } from "./demo-report.ts";

const minuteMs = 60_000;
const said = (text: string) => ({ kind: "word", text }) as const;

/** A leak that was told, looked into and reported (M4), after attacks had ended the embargo. */
const followedLeak: DemoReport = {
  listName: "distros",
  ageHours: 8 * 24 + 5,
  embargoHours: 6 * 24,
  answers: { severity: "high", cveWish: "requested" },
  card: {
    title: "marlinspiked hands its private key to a client that asks twice",
    software: "marlinspiked",
    versions: "2.8 to 2.11",
    severityVector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    cveIds: [],
  },
  text: `A second KEYREQ on one connection is answered with the structure of the first, in which the pointer is now to the private half. The patch clears it.`,
  credit: "Neve Calloway (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "coreos-cyrus", hours: 2 },
  thread: [
    {
      by: "arch-linux-aurora",
      hours: 50,
      text: `A build of ours with the patch was public for eleven minutes this morning, through a mirror that copies what is being tested. Nobody has fetched it. We are sorry; the exact extent follows.`,
    },
  ],
  steps: [
    { by: "arch-linux-aurora", hours: 49.5, take: ({ after }) => ({ kind: "record-leak", noticedAt: after(49) }) },
    { by: "arch-linux-aurora", hours: 50, take: closed("TELL_LEAK/1", "Told the list and the reporter by message.") },
    {
      by: "amazon-linux-ami-axel",
      hours: 60,
      take: ({ after }) => ({
        kind: "record-fact",
        issue: 1,
        fact: "attacks-seen",
        occurredAt: after(58),
        evidence: "A honeypot of ours was asked twice.",
      }),
    },
    { by: "amazon-linux-ami-axel", hours: 60.1, take: () => work("A10", "done") },
    {
      by: "reporter",
      hours: 62,
      take: ({ after }) => ({ ...posting("marlinspiked-key", after(61.5)), announcesExploitAt: null }),
    },
    { by: "debian-dario", hours: 66, take: () => status("released") },
    { by: "suse-sven", hours: 67, take: () => status("released") },
    { by: "ubuntu-uma", hours: 68, take: () => status("released") },
    { by: "alt-linux-alma", hours: 70, take: () => status("looking") },
    { by: "cloudlinux-clara", hours: 71, take: () => work("T5", "nothing-found") },
    { by: "arch-linux-arlo", hours: 74, take: closed("INVESTIGATE_LEAK/1", "The mirror’s logs show no download.") },
    {
      by: "arch-linux-aurora",
      hours: 96,
      take: closed("REPORT_LEAK/1", "Reported by message: no copies, and builds under embargo have no mirror now."),
    },
  ],
};

/** Posted, with its exploit announced for a time that is still to come (R14); an issue was split out and merged again. */
const exploitToCome: DemoReport = {
  listName: "distros",
  ageHours: 5 * 24 + 3,
  embargoHours: 4 * 24,
  answers: { severity: "high", hasExploit: true, cveWish: "has" },
  card: {
    title: "An option of petrelmount mounts over a folder of somebody else",
    software: "petrelmount",
    versions: "0.7 to 0.9",
    severityVector: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    cveIds: ["CVE-2026-99021"],
  },
  text: `petrelmount checks the owner of the first folder that it is given and mounts over the last. The fix refuses more than one.`,
  credit: "Corin Vale (invented)",
  attachments: [],
  exploit: {
    text: "It mounts over one folder more. An invented exploit: it does nothing.",
    attachments: [],
    delayHours: 5 * 24,
  },
  acknowledgement: { by: "oracle-orson", hours: 6 },
  thread: [],
  steps: [
    { by: "coreos-cora", hours: 7, take: () => ({ kind: "split", issue: 1 }) },
    { by: "coreos-cora", hours: 20, take: () => ({ kind: "merge", issue: 2, into: 1 }) },
    {
      by: "suse-saskia",
      hours: 22,
      take: ({ after }) => fact("fix-ready", after(21), "The maintainer sent the patch."),
    },
    { by: "suse-saskia", hours: 22.1, take: () => work("T3", "done") },
    { by: "red-hat-rufus", hours: 30, take: () => work("T4", "nothing-found") },
    { by: "chrome-os-celia", hours: 40, take: () => status("not-shipped") },
    { by: "gentoo-greta", hours: 70, take: () => status("fix-ready") },
    {
      by: "reporter",
      hours: 4 * 24 + 2,
      take: ({ disclosureAt }) => ({
        ...posting("petrelmount-option", new Date(disclosureAt.getTime() + 9 * minuteMs)),
        announcesExploitAt: new Date(disclosureAt.getTime() + 5 * 24 * 60 * minuteMs),
      }),
    },
    {
      by: "gentoo-greta",
      hours: 4 * 24 + 5,
      take: ({ after }) => fact("fix-deployed", after(4 * 24 + 4), "https://packages.example.org/petrelmount"),
    },
    { by: "gentoo-greta", hours: 4 * 24 + 5.1, take: () => status("released") },
    { by: "gentoo-gus", hours: 4 * 24 + 6, take: () => work("A12", "taken") },
  ],
};

/** Taken back by its reporter, who has made it public all the same (R13). */
const withdrawn: DemoReport = {
  listName: "linux-distros",
  ageHours: 3 * 24 + 9,
  embargoHours: 6 * 24,
  answers: { severity: "medium", isLinuxOnly: true, cveWish: "none" },
  card: {
    title: "vellumfs forgets a lock when a file is renamed",
    software: "vellumfs",
    versions: "1.2",
    severityVector: "CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:L",
    cveIds: [],
  },
  text: `Two writers can hold the lock of a file that was renamed. I thought that this crosses from one user to another.`,
  credit: "Ansel Roe (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "debian-dora", hours: 4 },
  thread: [
    {
      by: "reporter",
      hours: 30,
      text: `It does not cross users after all: both writers need the same right. I take it back.`,
    },
  ],
  steps: [
    { by: "reporter", hours: 30, take: () => ({ kind: "withdraw", issue: 1 }) },
    { by: "debian-dora", hours: 31, take: () => ({ kind: "set-cve", issue: 1, state: "not-needed", cveId: null }) },
    {
      by: "reporter",
      hours: 33,
      take: ({ after }) => ({ ...posting("vellumfs-lock", after(32.5)), announcesExploitAt: null }),
    },
  ],
};

/** Its date is later than the policy allows, so it was taken without an agreed one, and has none yet (A2). */
const tooLate: DemoReport = {
  listName: "distros",
  ageHours: 20,
  embargoHours: 20 * 24,
  isProvisional: true,
  answers: { severity: "medium", cveWish: "wants" },
  card: {
    title: "Names of files from oriolearc are not checked for control characters",
    software: "oriolearc",
    versions: "all",
    severityVector: "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:L/I:L/A:N",
    cveIds: [],
  },
  text: `A name with an escape sequence writes what it likes to the terminal of whoever lists the archive. The next release is planned in three weeks, so I ask for these.`,
  credit: "Petra Lund (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "cloudlinux-casper", hours: 4 },
  thread: [],
  steps: [
    {
      by: "cloudlinux-casper",
      hours: 5,
      take: () => ({ kind: "triage", given: { question: "date-within-policy", answer: "earlier-named" } }),
    },
    {
      by: "cloudlinux-casper",
      hours: 5.1,
      take: ({ after }) => ({
        kind: "propose",
        issue: 1,
        disclosureAt: after(8 * 24),
        reason: "policy-limit",
        answerUntil: null,
      }),
    },
    { by: "cloudlinux-casper", hours: 5.2, take: () => work("A2", "done") },
    {
      by: "ubuntu-ulric",
      hours: 9,
      take: () => ({ kind: "triage", given: { question: "public-or-low", answer: "low" } }),
    },
  ],
};

/** Closes what is owed under this key with somebody's word. */
function closed(key: string, text: string) {
  return ({ owed }: { readonly owed: (key: string) => Extract<DemoStepTaken, { kind: "close" }>["obligationId"] }) =>
    ({ kind: "close", obligationId: owed(key), evidence: said(text) }) as const;
}

function posting(name: string, postedAt: Date) {
  return {
    kind: "record-posting",
    issue: 1,
    posting: "mandatory",
    reference: `https://lists.example.org/oss-security/${name}`,
    postedAt,
    carriesDetails: true,
    includesExploit: false,
  } as const;
}

function fact(name: "fix-ready" | "fix-deployed", occurredAt: Date, evidence: string) {
  return { kind: "record-fact", issue: 1, fact: name, occurredAt, evidence } as const;
}

function status(said: "looking" | "not-shipped" | "fix-ready" | "released") {
  return { kind: "set-status", issue: 1, status: said, envelopeId: null } as const;
}

function work(duty: "A2" | "A10" | "A12" | "T3" | "T4" | "T5", outcome: "taken" | "done" | "nothing-found") {
  return { kind: "record-duty-work", duty, outcome, envelopeId: null } as const;
}

/** Reports that have come to their end, or that have no date yet to end at. */
export const endedReports: readonly DemoReport[] = [tooLate, withdrawn, exploitToCome, followedLeak];
