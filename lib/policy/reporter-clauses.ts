import type { ReporterClauseText } from "./clause-text.ts";

/** What a reporter must meet. */
export const reporterClauses = {
  R1: {
    title: "Not yet public",
    text: "Report here what nobody knows in public yet and what will be public soon. If it is public already, or will be at once, post it to oss-security instead of here, not in addition.",
    reason:
      "Every reader of the lists follows oss-security too, so a private copy of something public only costs them time.",
  },
  R2: {
    title: "Open Source only",
    text: "The lists take issues in Open Source software and no others.",
    reason: "The readers can fix and ship only what they have the source of.",
  },
  R3: {
    title: "More than a CVE id",
    text: "Report here to give several distributions something that they can act on. If a CVE id is all you need, post the issue to oss-security first, ask for the id directly, and answer your own posting once you have it.",
    reason: "An embargo is work for many people, and it should protect somebody's users.",
  },
  R4: {
    title: "Medium or high severity",
    text: "Severity is how likely the issue is to be used, multiplied by what it would do. Medium and high come here; low goes to oss-security right away.",
    reason: "For a low severity, users gain more from a fix made in the open than from secrecy.",
  },
  R5: {
    title: "One list, by whom to inform",
    text: "Choose the list by who should know. What concerns Linux alone goes to linux-distros.",
    reason: "The fewer people know without needing to, the safer the embargo.",
  },
  R6: {
    title: "Encrypted, please",
    text: "Encrypt what you send; this site does it in your browser. If you write mail instead, put [vs] into the subject, or the message is refused.",
    reason: "The tag keeps spam out and tells the list that you have read these rules.",
  },
  R7: {
    title: "Propose a date",
    text: "Say when you would like the issue to be public: a date, a time and its zone. It may be tentative.",
    reason: "Without a date nobody can plan a fix, and an embargo without an end tends to stay.",
  },
  R8: {
    title: "Receipt within 48 hours",
    text: "The list confirms that your report has arrived. If you have heard nothing after 48 hours, ask again.",
    reason: "Silence can mean that nobody has seen the report, and the embargo is running all the same.",
  },
  R9: {
    title: "Mail formats",
    text: "By mail the lists read plain text, PGP/MIME with or without attachments, and inline PGP. Do not encrypt attachments by hand: put them inside a PGP/MIME message.",
    reason: "A file encrypted by hand cannot be passed on to each reader's own certificate.",
  },
  R10: {
    title: "Headers are in clear",
    text: "The subject and the sender of a mail travel unencrypted. Keep anything sensitive out of the subject; on this site the title is encrypted with the rest.",
    reason:
      "Whoever carries the mail reads its subject, and a product name with a few words can be enough to find the flaw.",
  },
  R11: {
    title: "At most 14 days",
    text: "An embargo may last 14 days, counted in hours from the moment the report arrives. Fewer than 7 days is better. Please do not ask for more than 14.",
    reason:
      "The longer an issue is known in private, the likelier it leaks or somebody else finds it while users stay exposed.",
  },
  R12: {
    title: "Tell the others first",
    text: "Before you report here, tell the upstream project and the other vendors and projects concerned, and make sure that they can live with the limit of 14 days. You may go ahead without their consent if you are sure to disclose soon in any case.",
    reason: "They should not learn from a stranger's deadline that their own time is running.",
  },
  R13: {
    title: "Post when it is over",
    text: "When the embargo ends it is you, who reported first, who must post the issue to oss-security. Give enough detail that people outside the lists can fix it too.",
    reason: "Those who were not on the list have waited without knowing it, and this posting puts them level.",
  },
  R14: {
    title: "Exploits within 7 days",
    text: "An exploit that you shared, and that the description can do without, may be posted later than the issue: at most 7 days later. Then your first posting announces the exact time, and the second posting, with the exploit, is a duty as well.",
    reason:
      "A few days help users to update first; beyond that, defenders need the exploit to test what they have fixed.",
  },
  R15: {
    title: "All of it may become public",
    text: "Once the issue is public, any message about it may be published. Do not write here what must stay private for ever.",
    reason: "How an embargo was used should be open to anyone's judgement afterwards.",
  },
} as const satisfies Record<string, ReporterClauseText>;
