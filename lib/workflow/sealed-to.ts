import type { Actor } from "#lib/access/actor.ts";
import type { Fingerprint, ListId } from "#lib/base/id.ts";
import { utcSecondText } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { refused, type Result } from "#lib/base/result.ts";
import type { NewReader } from "#lib/data/envelopes.ts";
import type { ReporterCertificate } from "#lib/data/reporter-certificates.ts";
import { findCurrentRoster, type PublishedRoster, type RosterReader } from "#lib/data/rosters.ts";
import type { EnvelopeReader, ReaderKeyPacket } from "#lib/pgp/reader-check.ts";

/**
 * The roster that something new is to be sealed to. Browsers seal to none that has run out, because an old one could be
 * passed off as current; whoever uses gpg and curl gets the same checks.
 *
 * @problem LIST_NOT_READY when none is published.
 * @problem ROSTER_EXPIRED from the instant on until which the current one is good, whatever version the sender names.
 * @problem ROSTER_OUTDATED when the sender names another version than the current one, which is offered.
 */
export async function rosterToSealTo(
  actor: Actor,
  listId: ListId,
  { namedVersion, now }: { readonly namedVersion: number | undefined; readonly now: Date },
): Promise<Result<PublishedRoster, Problem<"LIST_NOT_READY" | "ROSTER_EXPIRED" | "ROSTER_OUTDATED">>> {
  const roster = await findCurrentRoster(actor, listId);
  if (!roster.ok) return refused({ code: "LIST_NOT_READY", facts: {} });
  const { version, expiresAt } = roster.value;
  if (expiresAt <= now) return refused({ code: "ROSTER_EXPIRED", facts: { expiredAt: utcSecondText(expiresAt) } });
  return namedVersion === undefined || namedVersion === version
    ? roster
    : refused({ code: "ROSTER_OUTDATED", facts: { given: namedVersion, current: version } });
}

/**
 * Who must hold a key packet, and who may. A reader whose certificate has run out since the roster was signed cannot be
 * sealed to, and must not keep reports from the others: their packet is neither wanted nor refused.
 */
export function readersOf(
  roster: PublishedRoster,
  reporter: readonly Omit<ReporterCertificate, "id">[],
  now: Date,
): { readonly required: readonly EnvelopeReader[]; readonly allowed: readonly EnvelopeReader[] } {
  const isUsable = ({ expiresAt }: RosterReader) => expiresAt === null || expiresAt > now;
  return {
    required: roster.readers.filter(isUsable),
    allowed: [
      ...roster.readers.filter((reader) => !isUsable(reader)),
      ...reporter.map((certificate) => ({ ...certificate, name: "the reporter" })),
    ],
  };
}

/** The rows that make the checked key packets' owners readers. */
export function newReaders(
  packets: readonly ReaderKeyPacket[],
  roster: PublishedRoster,
  reporter: readonly ReporterCertificate[],
): readonly NewReader[] {
  const members = new Map(roster.readers.map((reader) => [reader.fingerprint as string, reader]));
  const reporters = new Map(reporter.map((certificate) => [certificate.fingerprint as string, certificate]));
  return packets.map(({ reader, bytes }) => {
    const member = members.get(reader.fingerprint);
    return {
      fingerprint: reader.fingerprint as Fingerprint,
      memberId: member?.memberId ?? null,
      certificateId: member?.certificateId ?? null,
      reporterCertificateId: member === undefined ? (reporters.get(reader.fingerprint)?.id ?? null) : null,
      keyPacket: new Uint8Array(bytes),
    };
  });
}
