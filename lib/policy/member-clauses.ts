import type { ClauseText } from "./clause-text.ts";

/** What members must meet. */
export const memberClauses = {
  M1: {
    title: "Keep it in the team",
    text: "Until the agreed date, or until others have published nearly everything, publish nothing, pass nothing on and drop no hints. Those of your distribution's own team who need to know are the only exception, unless the reporter expressly allows more.",
  },
  M2: {
    title: "For the fix, and little else",
    text: "Use what you learn here to get the issue fixed for your distribution's users. In rare extreme cases it may also guide changes, as unrevealing as possible, to the infrastructure their security depends on most. Only those who take part in one of these two need to know.",
  },
  M3: {
    title: "Terms before words",
    text: "Before you tell somebody of your team, have them agree to these same terms. Better still, have them agree to tell nobody further unless a subscribed member of yours says so.",
  },
  M4: {
    title: "If it leaks",
    text: "If something got out through you, tell the list and the reporter without delay, and how far it went if you know. Then find out exactly what happened, and tell both the full extent and what you do so that it does not happen again.",
  },
  M5: {
    title: "TLP:AMBER, and narrower",
    text: "In Traffic Light terms everything here is TLP:AMBER for those who need to know, with one limit more: it stays in your distribution's team. Neither the rest of your company nor your customers get it, in no derived form either, such as a fix shipped without a word. When the embargo is over it is TLP:CLEAR.",
  },
  M6: {
    title: "Answer everyone",
    text: "Send most of what you write to the reporter and the list together, and keep those in copy who were there before.",
  },
  M7: {
    title: "Encrypt to everyone",
    text: "Encrypt your messages to all who receive them: the list, the reporter and everyone in copy. Do your best to find their keys; where none is to be had, you may write in clear, but quote and add nothing sensitive. Asking for a date is fine.",
  },
} as const satisfies Record<string, ClauseText>;
