declare const brand: unique symbol;

/** A string that has been parsed as an id of one noun, so that ids of two nouns cannot be exchanged. */
export type Id<Noun extends string> = string & { readonly [brand]: Noun };

export type ListId = Id<"List">;
export type OrganisationId = Id<"Organisation">;
export type MemberId = Id<"Member">;
export type CertificateId = Id<"Certificate">;
export type RosterId = Id<"Roster">;
export type ReportId = Id<"Report">;
export type EnvelopeId = Id<"Envelope">;
export type SessionId = Id<"Session">;
export type IssueId = Id<"Issue">;
export type ObligationId = Id<"Obligation">;
export type NoticeId = Id<"Notice">;

/** An OpenPGP version 4 fingerprint: 40 upper-case hexadecimal digits (RFC 9580, section 5.5.4). */
export type Fingerprint = Id<"Fingerprint">;
