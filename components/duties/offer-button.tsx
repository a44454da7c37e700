"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { DutyPlace } from "#lib/schema/organisation-page.ts";
import { PlaceProblem } from "./place-problem.tsx";

export interface OfferButtonProps extends DutyPlace {
  /** Whether the viewer's organisation has volunteered already. */
  readonly hasOffered: boolean;
}

const address = "/api/v1/duties/offers";

/** The viewer's organisation volunteers for a duty, or takes its offer back; one button, so that the focus stays. */
export function OfferButton({ duty, role, hasOffered }: OfferButtonProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isPending, startTransition] = useTransition();

  function press() {
    startTransition(async () => {
      const query = new URLSearchParams({ duty, role });
      const outcome = hasOffered
        ? await requestDone(`${address}?${query.toString()}`, { method: "DELETE" })
        : await requestDone(address, jsonBody("POST", { duty, role }));
      setProblem(outcome.ok ? null : outcome.problem);
      // Also where it was refused: then the page shows something that is not so any more.
      router.refresh();
    });
  }

  return (
    <>
      <Button size="small" variant="quiet" pending={isPending} onClick={press}>
        {hasOffered ? "Take the offer back" : "Volunteer"}
        <VisuallyHidden>
          {" "}
          for {duty} as {role}
        </VisuallyHidden>
      </Button>
      <PlaceProblem problem={problem} />
    </>
  );
}
