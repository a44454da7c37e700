import { isInRuns } from "#lib/base/runs.ts";
import type { MemberId } from "#lib/base/id.ts";
import type { CheckedReader } from "#lib/pgp/client.ts";
import type { PresentMember } from "#lib/schema/report-page.ts";
import type { ReportReader } from "#lib/schema/report-readers.ts";
import { memberName } from "#components/thread/envelope-words.ts";

/** A present member who lacks some of a report's envelopes. */
export interface GrantChoice {
  readonly memberId: MemberId;
  readonly name: string;
  readonly fingerprint: string;
  /** Those that the granter can open and this member cannot. */
  readonly missingIds: readonly string[];
  /** As a coordinator signed it; null where no signed roster names their key, and then nothing is granted. */
  readonly reader: CheckedReader | null;
}

/**
 * To whom access may be granted, by name. The portal's word alone makes nobody a reader: their certificate comes from a
 * roster that a pinned coordinator signed.
 */
export function grantChoices(
  members: readonly PresentMember[],
  {
    envelopeIds,
    readers,
    openableIds,
    signed,
  }: {
    /** At the places that readers speak of. */
    readonly envelopeIds: readonly string[];
    readonly readers: readonly ReportReader[];
    readonly openableIds: readonly string[];
    readonly signed: readonly CheckedReader[];
  },
): readonly GrantChoice[] {
  const placeOf = new Map(envelopeIds.map((id, place) => [id, place]));
  return members
    .flatMap(({ id, fingerprint, ...member }) => {
      if (fingerprint === null) return [];
      const held = readers.find((reader) => reader.fingerprint === fingerprint)?.places ?? [];
      const missingIds = openableIds.filter((id) => !isInRuns(held, placeOf.get(id) ?? -1));
      const reader = signed.find((each) => each.fingerprint === fingerprint && each.verdict.ok) ?? null;
      return [{ memberId: id, name: memberName(member), fingerprint, missingIds, reader }];
    })
    .filter(({ missingIds }) => missingIds.length > 0)
    .toSorted((left, right) => left.name.localeCompare(right.name, "en"));
}
