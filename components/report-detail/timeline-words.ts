import type { TimelineEvent } from "#lib/schema/report-page.ts";

/** One event of a report's record, in words: who, and what they did. */
export interface TimelineWords {
  readonly who: string;
  readonly did: string;
}

/** Names for the ids that an event's facts hold. */
export interface TimelineNames {
  readonly members: ReadonlyMap<string, string>;
  /** Envelopes by id, such as `the report`. */
  readonly envelopes: ReadonlyMap<string, string>;
}

/** What happened, in words; a kind that this page does not know yet stands as it is named, never left out. */
export function timelineWords(event: TimelineEvent, names: TimelineNames): TimelineWords {
  return { who: whoOf(event), did: didOf(event, names) };
}

function whoOf({ actorKind, memberName }: TimelineEvent): string {
  if (memberName !== null) return memberName;
  if (actorKind === "reporter") return "The reporter";
  return actorKind === "member" || actorKind === "coordinator" ? "A member who has left" : "The portal";
}

function didOf({ kind, facts }: TimelineEvent, names: TimelineNames): string {
  switch (kind) {
    case "report-received":
      return facts["door"] === "api" ? "sent the report, sealed with a program of their own" : "sent the report";
    case "report-acknowledged":
      return "acknowledged receipt";
    case "message-sent":
      return messageWords(facts);
    case "card-added":
      return "gave the report a title";
    case "ticket-added":
      return `added ticket and commitment to ${nameOf(facts["envelope"], names.envelopes, "an envelope")}`;
    case "access-granted": {
      const reader = nameOf(facts["member"], names.members, "a member who has left");
      return `granted ${nameOf(facts["envelope"], names.envelopes, "an envelope")} to ${reader}`;
    }
    case "reply-address-changed":
      return "changed the mail address for notices";
    case "reporter-certificate-added":
      return "added a certificate, to which replies are sealed from then on";
    default:
      return kind;
  }
}

function messageWords(facts: TimelineEvent["facts"]): string {
  const what = facts["kind"] === "exploit" ? "sent an exploit" : "sent a message";
  return facts["toReporter"] === true ? `${what} to the reporter and the list` : `${what} to the list`;
}

function nameOf(id: unknown, names: ReadonlyMap<string, string>, otherwise: string): string {
  return typeof id === "string" ? (names.get(id) ?? otherwise) : otherwise;
}
