import type { ClauseText } from "./clause-text.ts";

/** What an organisation must meet to become, and stay, a member. */
export const membershipClauses = {
  K1: {
    title: "A living distribution",
    text: "You maintain a Unix-like operating system distribution actively, and much of it is Open Source.",
  },
  K2: {
    title: "Users of its own",
    text: "People outside your organisation use it.",
  },
  K3: {
    title: "A record of fixing",
    text: "For a year or more, up to this day, anyone can see that you fix security issues and release the fixes within 10 days of the issues being public.",
  },
  K4: {
    title: "Not a mere rebuild",
    text: "You are not downstream of another distribution alone, nor a rebuild of one; or you can convince the others that being told early helps your users.",
  },
  K5: {
    title: "Part of the community",
    text: "You take part where such things are discussed in public, and you follow oss-security at the least.",
  },
  K6: {
    title: "Accepts the policy",
    text: "You accept the policy of the lists.",
  },
  K7: {
    title: "Gives back",
    text: "You can and will contribute, preferably by taking on duties that you name beforehand.",
  },
  K8: {
    title: "Handles encrypted mail",
    text: "You can and will work with mail that is encrypted with OpenPGP.",
  },
  K9: {
    title: "Vouched for",
    text: "Somebody on the list, or somebody active on oss-security for years who is not one of yours, vouches for at least one of your people. That person can then vouch for the others.",
  },
  K10: {
    title: "In public, and in person",
    text: "Requests are discussed openly on oss-security. Once accepted, only individuals with keys of their own are subscribed.",
  },
} as const satisfies Record<string, ClauseText>;
