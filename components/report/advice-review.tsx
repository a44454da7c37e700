"use client";

import type { Finding } from "#lib/policy/finding.ts";
import { FindingNotice } from "./finding-notice.tsx";

/** What the policy advises, for the last time. Nothing of it stands in the way. */
export function AdviceReview({ findings }: { readonly findings: readonly Finding[] }) {
  const advice = findings.filter(({ weight }) => weight === "advice");
  if (advice.length === 0) return null;
  return (
    <section aria-label="Advice" className="space-y-3">
      {advice.map((finding) => (
        <FindingNotice key={finding.problem.code} finding={finding} />
      ))}
    </section>
  );
}
