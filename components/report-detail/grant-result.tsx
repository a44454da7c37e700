import { countText } from "#components/ui/count-text.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { GrantOutcome } from "./grant-envelopes.ts";

/** What came of a grant. */
export function GrantResult({ outcome }: { readonly outcome: GrantOutcome & { readonly name: string } }) {
  const { grantedCount, problems, name } = outcome;
  return (
    <div className="space-y-3">
      {grantedCount === 0 ? null : (
        <Notice
          tone="success"
          role="status"
          title={`${name} can now read ${countText(grantedCount, "envelope")} more`}
        />
      )}
      {problems.map(({ code, wrong, mend }) => (
        <Notice key={code} tone="refusal" role="alert" title={wrong}>
          <p>{mend}</p>
        </Notice>
      ))}
    </div>
  );
}
