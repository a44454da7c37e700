import { Icon } from "#components/ui/icon.tsx";
import type { ReportLine } from "#lib/schema/reports-response.ts";
import { stateWords } from "./state-words.ts";

/** How the embargo stands, and whether receipt was acknowledged (A1). */
export function StateCell({ embargoState, acknowledgedAt }: Pick<ReportLine, "embargoState" | "acknowledgedAt">) {
  return (
    <>
      <span className="block">{stateWords[embargoState].short}</span>
      {acknowledgedAt === null ? (
        <span className="flex items-center gap-1 text-sm font-medium text-advice">
          <Icon name="warning" className="size-4" />
          Not acknowledged
        </span>
      ) : (
        <span className="flex items-center gap-1 text-sm text-muted">
          <Icon name="check" className="size-4" />
          Acknowledged
        </span>
      )}
    </>
  );
}
