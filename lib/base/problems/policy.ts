import { utcSecondText } from "../instant.ts";
import type { NoFacts, ProblemEntries } from "./text.ts";

/** What the policy says of a report. Advice refuses nothing; it has the status it would be answered with if it did. */

const questions = {
  list: "which list is to be told",
  isPublic: "whether the issue is public already",
  isOpenSource: "whether the software is Open Source",
  cveIsOnlyWish: "whether a CVE id is all that is wanted",
  severity: "how severe the issue is",
} as const;

const clockStarts = {
  "first-private-post": "the report reaches the list",
  "fix-ready": "the fix is ready",
} as const;

const refusals = {
  ANSWER_MISSING: {
    status: 422,
    text: ({ question }: { question: keyof typeof questions }) => ({
      wrong: `The report does not say ${questions[question]}.`,
      mend: "Answer this question; the list needs the answer before it can take the report.",
    }),
  },
  ALREADY_PUBLIC: {
    status: 422,
    text: ({ venue }: { venue: string }) => ({
      wrong: "The issue is public already, so there is nothing left to keep secret.",
      mend: `Post it to ${venue} now, instead of here.`,
    }),
  },
  NOT_OPEN_SOURCE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The list takes issues in Open Source software only.",
      mend: "Report it to the vendor of the software, who alone can fix it.",
    }),
  },
  CVE_ONLY: {
    status: 422,
    text: ({ venue }: { venue: string }) => ({
      wrong: "A CVE id alone is no reason for an embargo.",
      mend: `Post the issue to ${venue}, request the id directly, and answer your posting once you have it.`,
    }),
  },
  SEVERITY_TOO_LOW: {
    status: 422,
    text: ({ severity, venue }: { severity: string; venue: string }) => ({
      wrong: `The list does not keep issues of ${severity} severity under embargo.`,
      mend: `Post it to ${venue} right away, where all the readers of this list will see it.`,
    }),
  },
  DATE_MISSING: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The report proposes no date on which the issue becomes public.",
      mend: "Propose a date and a time with its zone; it may be tentative.",
    }),
  },
  DATE_IN_PAST: {
    status: 422,
    text: ({ proposedAt, receivedAt, venue }: { proposedAt: string; receivedAt: string; venue: string }) => ({
      wrong: `The proposed disclosure, ${secondText(proposedAt)}, is not later than now, ${secondText(receivedAt)}.`,
      mend: `Propose a later time, or post to ${venue} instead if the issue is to be public at once.`,
    }),
  },
  EMBARGO_TOO_LONG: {
    status: 422,
    text: ({ maximum, clockStart, proposedAt, latestAt }: EmbargoTooLongFacts) => ({
      wrong: `The proposed disclosure, ${secondText(proposedAt)}, is later than the policy allows: ${maximum} from when ${clockStarts[clockStart]}.`,
      mend: `Use ${secondText(latestAt)}, the latest allowed, or a time within the ${maximum}.`,
    }),
  },
  NOTICE_TOO_SHORT: {
    status: 422,
    text: ({ minimumNoticeDays, earliestAt }: { minimumNoticeDays: number; earliestAt: string }) => ({
      wrong: `The readers of this list are promised ${daysText(minimumNoticeDays)} of notice.`,
      mend: `Use ${secondText(earliestAt)} or a later time.`,
    }),
  },
  EXPLOIT_BEFORE_DISCLOSURE: {
    status: 422,
    text: ({ disclosureAt }: { disclosureAt: string }) => ({
      wrong: "The exploit would be public before the issue is, which would end the embargo.",
      mend: `Use ${secondText(disclosureAt)}, the disclosure itself, or a later time.`,
    }),
  },
  EXPLOIT_DELAY_TOO_LONG: {
    status: 422,
    text: ({ maximumExploitDelayDays, proposedAt, latestAt }: ExploitDelayFacts) => ({
      wrong: `The exploit would follow on ${secondText(proposedAt)}, more than ${daysText(maximumExploitDelayDays)} after the disclosure.`,
      mend: `Use ${secondText(latestAt)} or an earlier time.`,
    }),
  },
} as const satisfies ProblemEntries;

const advice = {
  EMBARGO_OVER_PREFERRED: {
    status: 422,
    text: ({ preferredMaximumDays, preferredAt }: { preferredMaximumDays: number; preferredAt: string }) => ({
      wrong: `The embargo would last longer than the preferred ${daysText(preferredMaximumDays)}.`,
      mend: `Consider ${secondText(preferredAt)} or an earlier time.`,
    }),
  },
  EMBARGO_UNDER_ONE_DAY: {
    status: 422,
    text: ({ proposedAt }: { proposedAt: string }) => ({
      wrong: `The proposed disclosure, ${secondText(proposedAt)}, leaves less than a day, too little for most distributions.`,
      mend: "Consider a day or more, so that people in every zone have seen the report.",
    }),
  },
  DISCLOSURE_ON_WEEKEND: {
    status: 422,
    text: ({ weekday, proposedAt }: { weekday: string; proposedAt: string }) => ({
      wrong: `The proposed disclosure, ${secondText(proposedAt)}, falls on a ${weekday} in UTC, when many who ship and install fixes are away or about to be.`,
      mend: "Consider a day earlier in the week.",
    }),
  },
  DISCLOSURE_ON_HOLIDAY: {
    status: 422,
    text: ({ holiday, proposedAt }: { holiday: string; proposedAt: string }) => ({
      wrong: `The proposed disclosure, ${secondText(proposedAt)}, falls on ${holiday} in UTC, when many who ship and install fixes are away.`,
      mend: "Consider a day before it.",
    }),
  },
  DISCLOSURE_HOUR_UNUSUAL: {
    status: 422,
    text: ({ disclosureHourUtc }: { disclosureHourUtc: number }) => ({
      wrong: "The proposed disclosure is not at the time of day at which this list discloses.",
      mend: `Consider ${String(disclosureHourUtc).padStart(2, "0")}:00 UTC.`,
    }),
  },
  FIX_PUBLIC: {
    status: 422,
    text: ({ venue }: { venue: string }) => ({
      wrong: "A fix that anyone can read may show the issue to anyone who looks, so it is perhaps public in effect.",
      mend: `Consider posting to ${venue} now, instead of here.`,
    }),
  },
  LINUX_ONLY_ON_DISTROS: {
    status: 422,
    text: ({ list, linuxOnlyList }: { list: string; linuxOnlyList: string }) => ({
      wrong: `The issue concerns Linux alone, and ${list} would tell people of other systems too.`,
      mend: `Choose ${linuxOnlyList}.`,
    }),
  },
  OTHERS_NOT_TOLD: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The report does not say that upstream or others concerned have been told.",
      mend: "Tell them first and make sure that they accept the longest embargo of this list, unless you are sure to disclose soon in any case.",
    }),
  },
  OTHERS_NOT_ASKED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The report does not say whether those who were told accept the longest embargo of this list.",
      mend: "Ask them before the list is told, since its clock starts then.",
    }),
  },
  OTHERS_OPPOSED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "Somebody who was told does not accept the longest embargo of this list.",
      mend: "Consider reporting later, once they do, or decide to disclose soon regardless and say so.",
    }),
  },
  KERNEL_TEAM_NOT_TOLD: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The issue is in the Linux kernel, and its security team has not been told.",
      mend: "Write to security@kernel.org first, and come here once there is a fix.",
    }),
  },
  EXPLOIT_DATE_MISSING: {
    status: 422,
    text: ({ maximumExploitDelayDays }: { maximumExploitDelayDays: number }) => ({
      wrong: "The report has an exploit and does not say when that becomes public.",
      mend: `Consider posting it with the issue, or name a time at most ${daysText(maximumExploitDelayDays)} later.`,
    }),
  },
  CVE_NOT_MENTIONED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The report says nothing about CVE ids.",
      mend: "Say whether there is one, whether one has been requested elsewhere, or whether you would like one from the list.",
    }),
  },
} as const satisfies ProblemEntries;

export const policyProblems = { ...refusals, ...advice } as const satisfies ProblemEntries;

interface EmbargoTooLongFacts {
  /** Such as `14 days`. */
  maximum: string;
  clockStart: keyof typeof clockStarts;
  proposedAt: string;
  latestAt: string;
}

interface ExploitDelayFacts {
  maximumExploitDelayDays: number;
  proposedAt: string;
  latestAt: string;
}

/** Instants travel in facts as ISO 8601 text, the same in a page and in JSON. */
function secondText(iso: string): string {
  return utcSecondText(new Date(iso));
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${String(days)} days`;
}
