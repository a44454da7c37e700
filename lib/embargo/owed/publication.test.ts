import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import {
  agreedAtOnce,
  answered,
  disclosureAt,
  ended,
  owedLines,
  posted,
  proposed,
  receivedAt,
  recorded,
} from "../fixtures/report-facts.ts";
import type { IssueFacts } from "../report-facts.ts";

describe("disclosure and posting", () => {
  const disclose = "reporter DISCLOSE/1 2026-11-12T12:00 A9";
  const post = "reporter POST_ISSUE/1 2026-11-12T12:00 R13";
  const agreed = agreedAtOnce(receivedAt, disclosureAt);

  test.each<{ what: string; issue: Partial<IssueFacts>; lines: readonly string[] }>([
    { what: "are owed at the agreed instant", issue: {}, lines: [disclose, post] },
    { what: "are not owed before a date is agreed", issue: { records: [] }, lines: [] },
    {
      what: "move with an agreed revision",
      issue: {
        records: [
          ...agreed,
          proposed(2, "list", "2026-11-03T09:00:00Z", "2026-11-10T14:00:00Z"),
          answered("accept", 2, "reporter", "2026-11-03T10:00:00Z"),
        ],
      },
      lines: ["reporter DISCLOSE/1 2026-11-10T14:00 A9", "reporter POST_ISSUE/1 2026-11-10T14:00 R13"],
    },
    {
      what: "are done by a posting with the details",
      issue: { postings: [posted("2026-11-12T12:03:00Z")] },
      lines: [`${disclose} link 2026-11-12T12:03`, `${post} link 2026-11-12T12:03`],
    },
    {
      what: "are shown by a Message-ID as well",
      issue: { postings: [posted("2026-11-12T12:03:00Z", { reference: "<20261112120300.GA1@example.org>" })] },
      lines: [`${disclose} message-id 2026-11-12T12:03`, `${post} message-id 2026-11-12T12:03`],
    },
    {
      what: "are two things: what lacks the details discloses, and is no posting",
      issue: { postings: [posted("2026-11-12T12:03:00Z", { carriesDetails: false })] },
      lines: [`${disclose} link 2026-11-12T12:03`, post],
    },
    {
      what: "are done by a second posting where the first lacked the details",
      issue: {
        postings: [posted("2026-11-13T09:00:00Z"), posted("2026-11-12T12:03:00Z", { carriesDetails: false })],
      },
      lines: [`${disclose} link 2026-11-12T12:03`, `${post} link 2026-11-13T09:00`],
    },
    {
      what: "are not done by the exploit's posting",
      issue: { postings: [posted("2026-11-12T12:03:00Z", { kind: "exploit", includesExploit: true })] },
      lines: [disclose, post],
    },
    {
      what: "are two things: what somebody else publishes leaves the posting owed",
      issue: { caseRecords: [recorded("public", "2026-11-12T13:00:00Z")] },
      lines: [`${disclose} record 2026-11-12T13:00`, post],
    },
    ...(["public", "exploit-public", "attacks-seen", "withdrawn"] as const).map((cause) => ({
      what: `come early with the end by ${cause}: nothing to wait for, and the posting is owed at once`,
      issue: { records: [...agreed, ended(cause, "2026-11-06T08:00:00Z")] },
      lines: ["reporter POST_ISSUE/1 2026-11-06T08:00 R13", `${disclose} record 2026-11-06T08:00`],
    })),
    {
      what: "of a withdrawn report without a date: the posting is owed all the same",
      issue: { records: [], withdrawnAt: new Date("2026-11-06T08:00:00Z") },
      lines: ["reporter POST_ISSUE/1 2026-11-06T08:00 R13"],
    },
    {
      what: "are owed no more by what was merged",
      issue: { mergedAt: new Date("2026-11-06T08:00:00Z") },
      lines: [`${disclose} record 2026-11-06T08:00`],
    },
  ])("$what", ({ issue, lines }) => {
    expect(owedLines(["DISCLOSE", "POST_ISSUE"], issue, {}, addDays(receivedAt, 30))).toEqual(lines);
  });
});
