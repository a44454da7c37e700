"use client";

import { CveSection } from "./cve-section.tsx";
import { DescriptionSection } from "./description-section.tsx";
import { ExploitSection } from "./exploit-section.tsx";
import { ReplySection } from "./reply-section.tsx";
import { SummarySection } from "./summary-section.tsx";

/** The report itself. All of it is encrypted, except where a field says otherwise. */
export function ReportStep() {
  return (
    <div className="space-y-10">
      <SummarySection />
      <DescriptionSection />
      <ExploitSection />
      <CveSection />
      <ReplySection />
    </div>
  );
}
