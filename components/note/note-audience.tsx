import { UnfamiliarCoordinator } from "#components/list/unfamiliar-coordinator.tsx";
import { countText } from "#components/ui/count-text.ts";
import type { NoteWay } from "./use-note-way.ts";

export interface NoteAudienceProps {
  /** Distinguishes the question of several notes on one page. */
  readonly id: string;
  readonly way: NoteWay;
  readonly listName: string;
}

/** Who will be able to read a note; and the question whether its roster's signer is right, where that is one. */
export function NoteAudience({ id, way, listName }: NoteAudienceProps) {
  const { road, unfamiliar, isAccepted, onAccept } = way;
  if (unfamiliar !== null)
    return (
      <UnfamiliarCoordinator id={`${id}-accept`} trusted={unfamiliar} isAccepted={isAccepted} onAccept={onAccept} />
    );
  return (
    <p className="text-sm text-muted">
      {road === null
        ? "The list’s signed roster is not there, so nothing can be sealed now; a status can be set without a note."
        : `Sealed in this browser to the ${countText(road.trusted.sealable.length, "reader")} of ${listName}, and not to the reporter.`}
    </p>
  );
}
