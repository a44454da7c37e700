import { utf8 } from "#lib/base/bytes.ts";
import { embargoReports } from "./demo-reports-embargo.ts";
import { endedReports } from "./demo-reports-ended.ts";
import { exploitReports } from "./demo-reports-exploit.ts";
import type { DemoReport } from "./demo-report.ts";

const fresh: DemoReport = {
  listName: "distros",
  ageHours: 3,
  embargoHours: 6 * 24,
  answers: { severity: "high", cveWish: "wants" },
  card: {
    title: "Heap overflow in libmarrow when a palette has more than 256 entries",
    software: "libmarrow",
    versions: "1.4.0 to 1.9.3",
    severityVector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H",
    cveIds: [],
  },
  text: `libmarrow trusts the entry count in the PLTX chunk of an image. read_palette() allocates 256 entries and then copies as many as the file says, so a file with 4096 entries writes 11 520 bytes past the end of the heap block.

The contents that are written come from the file. With the allocator of a current glibc this is enough to replace a function pointer in the decoder that follows in memory; I have seen the program counter under my control in the thumbnailer that two desktops start for every file in a folder. Nobody has to open the image.

Upstream has confirmed it and is preparing 1.9.4. The fix is a comparison before the copy.`,
  credit: "Found by M. Ferrow of the invented Harbour Lab",
  attachments: [
    {
      name: "check-palette-count.patch",
      mediaType: "text/x-patch",
      contents: utf8(`--- a/src/palette.c
+++ b/src/palette.c
@@ -88,6 +88,8 @@ static int read_palette(struct mw_reader *r, struct mw_palette *p)
 	uint32_t count = mw_u32(r);
+	if (count > MW_PALETTE_MAX)
+		return mw_error(r, "palette too large");
 	for (uint32_t i = 0; i < count; i++)
 		p->entry[i] = mw_rgb(r);
`),
    },
  ],
  exploit: null,
  acknowledgement: null,
  thread: [],
};

const discussed: DemoReport = {
  listName: "distros",
  ageHours: 50,
  embargoHours: 5 * 24,
  answers: { severity: "high", toldOthers: ["upstream", "other-projects"], cveWish: "wants" },
  card: {
    title: "sextantd accepts answers for names that it did not ask about",
    software: "sextantd",
    versions: "all before 3.2.1",
    severityVector: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N",
    cveIds: ["CVE-2026-99001"],
  },
  text: `When a resolver behind sextantd answers slowly, the daemon opens a second query on the same socket and reuses the transaction number. Answers to either are then matched by that number alone, and the name in the answer goes into the cache unseen. Somebody who can make a client ask for one name can plant an answer for another.

I measured one success in about 40 seconds over a 20 ms path. A patch that compares the question section is with the maintainer, who agrees to the date.`,
  credit: "Reported by Tamsin Oake (an invented name)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "coreos-cora", hours: 5 },
  thread: [
    {
      by: "coreos-cora",
      hours: 5,
      text: `Thank you, this reached all of us. We will look at the patch today.

Two questions: does the attack need the attacker's own name server, and is the version in the NetBSD tree affected as well?`,
    },
    {
      by: "reporter",
      hours: 9,
      text: `It needs a name server of their own, or a slow one that they can flood; the second is easier than it sounds.

Yes, pkgsrc has 3.1.8, which is affected.`,
    },
    {
      by: "red-hat-rosa",
      hours: 21,
      text: `CVE-2026-99001 is assigned to this issue. Please use it in the commit message too, but not before the disclosure.

We tested the patch on three releases. It applies to 3.0 with offsets and passes the test suite.`,
    },
    {
      by: "reporter",
      hours: 26,
      text: `Noted, and thank you for the backport. I will post to oss-security within an hour of the date, with the patch for 3.0 attached.`,
    },
  ],
};

const long: DemoReport = {
  listName: "distros",
  ageHours: 30,
  embargoHours: 12 * 24,
  answers: { severity: "medium", toldOthers: ["upstream", "other-distributions"], cveWish: "requested" },
  card: {
    title: "Signature check of brambleupdate can be skipped with a second manifest",
    software: "brambleupdate",
    versions: "0.9 and later",
    severityVector: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:N/I:H/A:N",
    cveIds: [],
  },
  text: `brambleupdate verifies the first MANIFEST of an archive and installs by the last one. An archive with two of them passes the check with the genuine one and installs what the other says.

The maintainer is travelling and asks for twelve days. I know that this is longer than you like: an earlier date is fine with me if somebody else can prepare the release.`,
  credit: "Anonymous, please",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "oracle-odette", hours: 20 },
  thread: [
    {
      by: "oracle-odette",
      hours: 20,
      text: `Received. Twelve days are within the maximum, but we would rather see seven: two of us can prepare the release with the maintainer's word. Would next week suit you?`,
    },
  ],
};

const linuxOnly: DemoReport = {
  listName: "linux-distros",
  ageHours: 72,
  embargoHours: 8 * 24 - 30,
  answers: { severity: "high", isLinuxOnly: true, cveWish: "has" },
  card: {
    title: "Local root through the mount helper of brindle",
    software: "brindle",
    versions: "2.0 to 2.6.1, where the helper is setuid",
    severityVector: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    cveIds: ["CVE-2026-99007"],
  },
  text: `The container runtime brindle ships brindle-mount, setuid root on most distributions. It checks that the target folder belongs to the caller and then opens it again by its path. Between the two, the folder can be exchanged for a symbolic link, and the caller's file system is mounted wherever they want, /etc included.

Winning the race takes some seconds in a loop. The fix opens the folder once and mounts through its descriptor, with open_tree and move_mount; older kernels need /proc/self/fd.`,
  credit: "Inge Marwald (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "suse-saskia", hours: 2 },
  thread: [
    {
      by: "ubuntu-uma",
      hours: 16,
      text: `We ship it setuid too. A package without the bit works for most users; we will offer that as a workaround on the day.`,
    },
  ],
  steps: [
    { by: "ubuntu-uma", hours: 16, take: () => status("affected") },
    { by: "ubuntu-uma", hours: 16.1, take: () => work("T1", "done") },
    { by: "debian-dario", hours: 18, take: () => status("affected") },
    { by: "arch-linux-arlo", hours: 20, take: () => status("not-affected") },
    { by: "wind-river-walt", hours: 22, take: () => status("looking") },
    { by: "openwall-opal", hours: 25, take: () => status("not-shipped") },
    { by: "openwall-opal", hours: 26, take: () => work("T6", "taken") },
    { by: "slackware-selma", hours: 40, take: () => status("fix-ready") },
  ],
};

const nearlyDue: DemoReport = {
  listName: "distros",
  ageHours: 6 * 24,
  embargoHours: 6 * 24 + 4,
  answers: { severity: "medium", cveWish: "has" },
  card: {
    title: "hollowlog writes log files that everybody can read",
    software: "hollowlog",
    versions: "5.0 to 5.2",
    severityVector: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
    cveIds: ["CVE-2026-99003"],
  },
  text: `Since 5.0 hollowlog rotates with a temporary file of mode 0644 and renames it, so that the authentication log is readable to every local user after the first night. On shared machines it holds one-time codes.`,
  credit: "Pell Ashby (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "debian-dora", hours: 1 },
  thread: [
    {
      by: "gentoo-greta",
      hours: 138,
      text: `A reminder: the date is a few hours away. Is your posting to oss-security ready?`,
    },
    {
      by: "reporter",
      hours: 140,
      text: `It is written, and the release is tagged locally. Both go out on the minute.`,
    },
  ],
};

const overdue: DemoReport = {
  listName: "distros",
  ageHours: 6 * 24 + 7,
  embargoHours: 6 * 24 - 20,
  answers: { severity: "medium", cveWish: "none" },
  card: {
    title: "Endless loop in the quillpress table parser",
    software: "quillpress",
    versions: "up to 7.1",
    severityVector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    cveIds: [],
  },
  text: `A table row that spans itself makes quillpress loop until memory is used up. Web front ends that render what visitors send are stopped with one request of 90 bytes. The patch limits the span to the columns that are left.`,
  credit: "Rowan Teller (invented)",
  attachments: [],
  exploit: null,
  acknowledgement: { by: "slackware-silas", hours: 11 },
  thread: [],
};

function status(said: "looking" | "affected" | "not-affected" | "not-shipped" | "fix-ready") {
  return { kind: "set-status", issue: 1, status: said, envelopeId: null } as const;
}

function work(duty: "T1" | "T6", outcome: "done" | "taken") {
  return { kind: "record-duty-work", duty, outcome, envelopeId: null } as const;
}

/** The demo's reports, oldest last. */
export const demoReports: readonly DemoReport[] = [
  fresh,
  long,
  discussed,
  ...exploitReports,
  ...embargoReports,
  ...endedReports,
  linuxOnly,
  nearlyDue,
  overdue,
];
