import { Notice } from "#components/ui/notice.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";

/** Says loudly that a private key was given. The field was emptied, and nothing has left the browser. */
export function PrivateKeyAlarm({ problem: { wrong, mend } }: { readonly problem: ShownProblem }) {
  return (
    <Notice tone="refusal" role="alert" title={wrong}>
      <p>The field has been emptied, and nothing was sent anywhere. {mend}</p>
    </Notice>
  );
}
