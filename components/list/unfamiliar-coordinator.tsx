"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";

interface UnfamiliarCoordinatorProps {
  /** Of the box to tick, where a page asks at several places. */
  readonly id?: string;
  readonly trusted: TrustedRoster;
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
}

/** Whether the key under a roster is another than those this browser relied on before. */
export function isUnfamiliar({ newlyPinned, signedBy }: TrustedRoster): boolean {
  return newlyPinned.includes(signedBy.fingerprint);
}

/** A coordinator's key that has changed since this browser was last here: it is for the person to say that it is right. */
export function UnfamiliarCoordinator(props: UnfamiliarCoordinatorProps) {
  const { id = "accept-coordinator", trusted, isAccepted, onAccept } = props;
  if (!isUnfamiliar(trusted)) return null;
  return (
    <Notice tone="refusal" role="alert" title="Another coordinator’s key than before">
      <p>
        When this browser was last here, the roster was signed by another key. Coordinators change, but so it would also
        look if somebody had slipped readers of their own in. Ask someone on the list, by another way than this site,
        whether this is the right key:
      </p>
      <p>
        <Fingerprint value={trusted.signedBy.fingerprint} />
      </p>
      <Checkbox
        id={id}
        label="I have compared the fingerprint, and it is right"
        checked={isAccepted}
        onChange={(event) => {
          onAccept(event.target.checked);
        }}
      />
    </Notice>
  );
}
