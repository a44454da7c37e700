import type { CertificateId, Fingerprint, MemberId } from "#lib/base/id.ts";

/** What is different between a published roster and the next one, by person. */
export interface RosterChange {
  readonly kind: "added" | "removed" | "replaced";
  readonly name: string;
  readonly organisation: string;
  /** Of the certificate that is new, or, for who was removed, of the one that goes. */
  readonly fingerprint: Fingerprint;
}

interface Before {
  readonly memberId: MemberId;
  readonly certificateId: CertificateId;
  readonly name: string;
  readonly organisation: string;
  readonly fingerprint: Fingerprint;
}

interface After {
  readonly id: MemberId;
  readonly name: string;
  readonly organisation: string;
  readonly certificate: { readonly id: CertificateId; readonly fingerprint: Fingerprint };
}

/** Who would be new on a roster, who would be gone, and whose certificate would be another. */
export function rosterChanges(before: readonly Before[], after: readonly After[]): readonly RosterChange[] {
  const earlier = new Map(before.map((reader) => [reader.memberId, reader]));
  const later = new Set(after.map(({ id }) => id));
  const arrived = after.flatMap(({ id, name, organisation, certificate }): readonly RosterChange[] => {
    const known = earlier.get(id);
    if (known?.certificateId === certificate.id) return [];
    const kind = known === undefined ? "added" : "replaced";
    return [{ kind, name, organisation, fingerprint: certificate.fingerprint }];
  });
  const gone = before
    .filter(({ memberId }) => !later.has(memberId))
    .map(({ name, organisation, fingerprint }): RosterChange => ({ kind: "removed", name, organisation, fingerprint }));
  return [...arrived, ...gone];
}
