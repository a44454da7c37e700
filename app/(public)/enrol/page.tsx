import type { Metadata } from "next";
import { FirstCoordinator } from "#components/coordination/first-coordinator.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { enrolFirstCoordinatorAction } from "./actions.ts";

export const metadata: Metadata = { title: "Enrol the first coordinator", robots: { index: false } };

export default function EnrolPage() {
  return (
    <>
      <PageHeader
        title="Enrol the first coordinator"
        lead="The link in the terminal makes one person the first coordinator of this portal, with their own key. It works once, within 24 hours."
      />
      <noscript>
        <div className="mb-8 max-w-prose">
          <Notice title="This page needs script">
            <p>The link’s secret part is never sent by a browser on its own; the page’s script reads it.</p>
          </Notice>
        </div>
      </noscript>
      <FirstCoordinator enrol={enrolFirstCoordinatorAction} now={new Date()} />
    </>
  );
}
