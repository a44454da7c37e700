import type { ReactNode } from "react";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { trafficLight, type TrafficLight } from "./traffic-light.ts";

/** What holds for everything on a report's page, in one line (M1, M5). */
export function TrafficLightLine({ issues }: { readonly issues: readonly ShownIssue[] }) {
  const light = trafficLight(issues);
  if (light.colour === "clear") {
    return (
      <p className="mb-6 border-l-4 border-line-strong bg-sunken px-4 py-2 text-sm">
        <strong className="font-semibold">TLP:CLEAR.</strong> The embargo is over: what was under it may be told to
        anybody (<PolicyLink id="M5" />
        ).
      </p>
    );
  }
  return (
    <p className="mb-6 border-l-4 border-advice bg-advice-soft px-4 py-2 text-sm">
      <strong className="font-semibold">TLP:AMBER.</strong> For those of your distribution’s own team who need to know,{" "}
      {untilWhen(light.until)} (<PolicyLink id="M1" />, <PolicyLink id="M5" />
      ).
    </p>
  );
}

function untilWhen(until: Extract<TrafficLight, { colour: "amber" }>["until"]): ReactNode {
  switch (until) {
    case "no date":
      return "until a date is agreed and has come";
    case "several dates":
      return "for each issue until its own embargo is over";
    default:
      return (
        <>
          until <Instant at={until} />
        </>
      );
  }
}
