import type { ClauseText } from "./clause-text.ts";

/** Contributing back: technical duties (T), administrative ones (A), and what anyone may do (C). */
export const dutyClauses = {
  T1: {
    title: "Other ways out",
    text: "Suggest further ways to fix, work around or soften what was reported.",
  },
  T2: {
    title: "Fixes to share",
    text: "Write fixes, workarounds or mitigations, and share them.",
  },
  T3: {
    title: "Review and test",
    text: "Review and test the patches that are proposed. Say what you did even where you found nothing.",
  },
  T4: {
    title: "More of the same here",
    text: "Look for related issues in the same software, and tell the list whether there are any.",
  },
  T5: {
    title: "More of the same elsewhere",
    text: "Look for related issues in similar software, such as forks and other implementations, and tell the list whether there are any.",
  },
  T6: {
    title: "How long it needs",
    text: "Estimate with reasons how much time handling the issue in private takes, so that a date or a way of fixing can be chosen on it.",
  },
  A1: {
    title: "Review and confirm",
    text: "Look at new reports promptly, check them against what a report must meet and confirm that they arrived. Ask for what is missing, above all for the date.",
  },
  A2: {
    title: "Insist on an earlier date",
    text: "If the proposed date is beyond what the policy allows, insist on an earlier one and name it.",
  },
  A3: {
    title: "Public or minor already?",
    text: "Judge whether the issue is in effect public, for instance through a fix in a public repository, or of low severity. Have a few members confirm it, then tell the reporter that the list would much rather see it published now.",
  },
  A4: {
    title: "Who else should know",
    text: "Work out whom else it concerns (upstream, other distributions, other projects), who has been told and who should be. Follow up until that is decided and, with the reporter's approval, done.",
  },
  A5: {
    title: "Linux alone?",
    text: "Find out whether the issue concerns Linux alone. If so, move what remains of the private discussion to linux-distros.",
  },
  A6: {
    title: "Untangle",
    text: "Where one report holds several issues, see whether some can be public sooner. If they can, separate them and follow each.",
  },
  A7: {
    title: "Assign CVE ids",
    text: "If CVE ids are asked for, the report is valid and you are a CNA, assign them; ask the reporter first for what you need.",
  },
  A8: {
    title: "Ask about CVE ids",
    text: "If a valid report says nothing of CVE ids, ask the reporter whether they have been requested elsewhere. Assign them if not.",
  },
  A9: {
    title: "Keep it moving",
    text: "Watch the progress of issues. Remind people when nothing moves, when the date draws near and when it has come.",
  },
  A10: {
    title: "Watch for leaks",
    text: "Watch public places for a leak or for somebody who has found the same thing. Tell the reporter and the list if you see one.",
  },
  A11: {
    title: "See that it is posted",
    text: "See to it that the reporter's posting is made promptly and with enough detail, and remind them if it is not.",
  },
  A12: {
    title: "See that exploits follow",
    text: "Where an exploit was shared with the list, by whomever, see that the posting contains it or announces when it comes, and that it then comes in time. Remind the reporter if it does not.",
  },
  A13: {
    title: "Count",
    text: "Record for every report and issue when the list was told and when it became public. Publish statistics at intervals, above all the average embargo, with the figures behind them; leave out what is still under embargo.",
  },
  C1: {
    title: "Weigh applications",
    text: "Anyone may help to judge who should become a member, in the public threads about it.",
  },
  C2: {
    title: "Vouch",
    text: "Anyone who trusts the people of a new member, and how they will use the list, may vouch for them.",
  },
  C3: {
    title: "Postings that stand alone",
    text: "Anyone may see to it that a posting on oss-security holds what matters itself, in plain text, and not behind a link; and add what is missing.",
  },
} as const satisfies Record<string, ClauseText>;
