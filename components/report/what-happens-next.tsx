import { PolicyLink } from "./policy-link.tsx";

/** What the list owes the reporter now, and what the reporter will owe. */
export function WhatHappensNext() {
  return (
    <ol className="max-w-prose list-decimal space-y-3 pl-5 marker:text-muted">
      <li>
        Within 48 hours somebody of the list confirms that they have your report. If you have heard nothing by then, ask
        again, with your receipt <PolicyLink id="R8" />.
      </li>
      <li>
        Their replies are encrypted to the key in your receipt. Look now and then: they may propose an earlier date, or
        ask for something.
      </li>
      <li>
        On the day, you post the issue to oss-security, with enough detail that others can fix it too{" "}
        <PolicyLink id="R13" />.
      </li>
    </ol>
  );
}
