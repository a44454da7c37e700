import type { Metadata } from "next";
import { siteOrigin } from "#app/site-origin.ts";
import { clauseGroups } from "#components/policy/clause-groups.ts";
import { ClauseGroup } from "#components/policy/clause-group.tsx";
import { PolicyContents } from "#components/policy/policy-contents.tsx";
import { WithoutBrowser } from "#components/policy/without-browser.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addDays } from "#lib/base/instant.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";

export const metadata: Metadata = { title: "Policy" };

export default function PolicyPage() {
  return (
    <>
      <PageHeader
        title="The policy"
        lead="Every clause has a number, and wherever this portal refuses or advises something it names the clause it rests on."
      />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <PolicyContents />
        <div className="space-y-16">
          {clauseGroups.map((group) => (
            <ClauseGroup key={group.anchor} group={group} />
          ))}
          <WithoutBrowser
            origin={siteOrigin()}
            listNames={["distros", "linux-distros"]}
            proposedAt={addDays(new Date(), 5)}
          />
          <p className="max-w-prose text-sm text-muted">
            The facts are those of the lists&rsquo; public policy,{" "}
            <a href={distros2017.source} className="link" rel="noreferrer">
              {distros2017.source}
            </a>
            , in the version <span className="font-mono">{distros2017.version}</span>. The words here are this
            portal&rsquo;s own.
          </p>
        </div>
      </div>
    </>
  );
}
