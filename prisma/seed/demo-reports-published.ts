import type { DemoReport } from "./demo-report.ts";

const minuteMs = 60_000;

/** Posted at its date with an announcement of the exploit, whose own date has just passed (R14). */
const announced: DemoReport = {
  listName: "distros",
  ageHours: 9 * 24,
  embargoHours: 5 * 24,
  answers: { severity: "high", hasExploit: true, toldOthers: ["upstream", "other-projects"], cveWish: "has" },
  card: {
    title: "wickerd runs the command that a client names in its greeting",
    software: "wickerd",
    versions: "1.1 to 1.6",
    severityVector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    cveIds: ["CVE-2026-99015"],
  },
  text: `The greeting's second field names a helper, and wickerd hands it to the shell. Any client that can reach the port runs what it likes as the service's user.

The fix compares the name with the three helpers that exist.`,
  credit: "Junia Holt (invented)",
  attachments: [],
  exploit: { text: "It sends one greeting. An invented exploit: nothing listens.", attachments: [], delayHours: 90 },
  acknowledgement: { by: "cloudlinux-casper", hours: 3 },
  thread: [],
  steps: [
    {
      by: "reporter",
      hours: 5 * 24 + 2,
      take: ({ disclosureAt }) => ({
        kind: "record-posting",
        issue: 1,
        posting: "mandatory",
        reference: "https://lists.example.org/oss-security/wickerd-command",
        postedAt: new Date(disclosureAt.getTime() + 12 * minuteMs),
        carriesDetails: true,
        includesExploit: false,
        announcesExploitAt: new Date(disclosureAt.getTime() + 90 * 60 * minuteMs),
      }),
    },
  ],
};

/** Agreed, posted at its date with all details: nothing is owed any more. */
const published: DemoReport = {
  listName: "distros",
  ageHours: 10 * 24,
  embargoHours: 6 * 24,
  answers: { severity: "medium", cveWish: "has" },
  card: {
    title: "Certificates of hedgerow are accepted after they have expired",
    software: "hedgerow",
    versions: "3.0 to 3.4",
    severityVector: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:H/A:N",
    cveIds: ["CVE-2026-99017"],
  },
  text: `hedgerow compares the end of a certificate's life with the build's date instead of today's. The patch is one line.`,
  credit: "Ilan Prowse (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "debian-dario", hours: 2 },
  thread: [],
  steps: [
    { by: "gentoo-gus", hours: 3, take: () => ({ kind: "triage", given: { question: "valid", answer: "yes" } }) },
    {
      by: "reporter",
      hours: 6 * 24 + 2,
      take: ({ disclosureAt }) => ({
        kind: "record-posting",
        issue: 1,
        posting: "mandatory",
        reference: "https://lists.example.org/oss-security/hedgerow-expiry",
        postedAt: new Date(disclosureAt.getTime() + 4 * minuteMs),
        carriesDetails: true,
        includesExploit: false,
        announcesExploitAt: null,
      }),
    },
  ],
};

/** Somebody else posted it in public before its date, and one of the list's own had spoken of it (M4). */
const leaked: DemoReport = {
  listName: "distros",
  ageHours: 4 * 24 + 6,
  embargoHours: 6 * 24,
  answers: { severity: "medium", cveWish: "none" },
  card: {
    title: "sorrelctl leaves its socket open to every local user",
    software: "sorrelctl",
    versions: "0.9",
    severityVector: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N",
    cveIds: [],
  },
  text: `The control socket is made before the mode is set. Whoever is fast enough talks to the daemon as its owner.`,
  credit: "Wren Aske (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "suse-saskia", hours: 5 },
  thread: [
    {
      by: "amazon-linux-ami-axel",
      hours: 24,
      text: `The issue is described in a public chat since this morning, in words that come from here. I have recorded both.`,
    },
  ],
  steps: [
    {
      by: "amazon-linux-ami-axel",
      hours: 24,
      take: ({ after }) => ({
        kind: "record-fact",
        issue: 1,
        fact: "public",
        occurredAt: after(22),
        evidence: "https://chat.example.net/sorrel/1",
      }),
    },
    {
      by: "amazon-linux-ami-axel",
      hours: 24.1,
      take: ({ after }) => ({ kind: "record-leak", noticedAt: after(24) }),
    },
    {
      by: "reporter",
      hours: 26,
      take: ({ after }) => ({
        kind: "record-posting",
        issue: 1,
        posting: "mandatory",
        reference: "https://lists.example.org/oss-security/sorrelctl-socket",
        postedAt: after(25.5),
        carriesDetails: true,
        includesExploit: false,
        announcesExploitAt: null,
      }),
    },
  ],
};

export const publishedReports: readonly DemoReport[] = [announced, published, leaked];
