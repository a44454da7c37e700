import { Notice } from "#components/ui/notice.tsx";
import type { GrantOutcome } from "./grant-envelopes.ts";

/** What came of a grant. */
export function GrantResult({ outcome }: { readonly outcome: GrantOutcome & { readonly name: string } }) {
  const { grantedCount, problems, name } = outcome;
  return (
    <div className="space-y-3">
      {grantedCount === 0 ? null : (
        <Notice tone="success" role="status" title={`${name} can now read ${countText(grantedCount)} more`} />
      )}
      {problems.map(({ code, wrong, mend }) => (
        <Notice key={code} tone="refusal" role="alert" title={wrong}>
          <p>{mend}</p>
        </Notice>
      ))}
    </div>
  );
}

function countText(count: number): string {
  return count === 1 ? "1 envelope" : `${String(count)} envelopes`;
}
