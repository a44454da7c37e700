import type { ClauseText } from "./clause-text.ts";

/** Lists and readers. */
export const listClauses = {
  L1: {
    title: "Two lists",
    text: "There are two lists. linux-distros reaches the Linux distributions; distros reaches all of these and the BSDs as well. A report goes to one of them, never to both.",
  },
  L2: {
    title: "People, each with a key",
    text: "Organisations are the members, but it is their people who are subscribed, each with an OpenPGP certificate of their own. Nothing is encrypted to a shared address that hides more readers.",
  },
  L3: {
    title: "One key for mail",
    text: "For mail there is one public key, which serves both lists. What arrives encrypted to it is encrypted again to each reader's own certificate.",
  },
} as const satisfies Record<string, ClauseText>;
