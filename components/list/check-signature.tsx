"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { RosterVerdictProps } from "./roster-verdict.tsx";

/** What checks a signature is most of the script of a public page: it comes when somebody asks for it. */
const RosterVerdict = lazy(async () => ({ default: (await import("./roster-verdict.tsx")).RosterVerdict }));

/** Checks the signature under a roster in this browser, when somebody asks for it. */
export function CheckSignature(props: RosterVerdictProps) {
  const [times, setTimes] = useState(0);
  return (
    <div className="space-y-4">
      {times === 0 ? null : (
        <Suspense
          fallback={
            <p role="status" className="flex items-center gap-2.5 text-muted">
              <Spinner /> Your browser fetches what it checks signatures with.
            </p>
          }
        >
          <RosterVerdict key={times} {...props} />
        </Suspense>
      )}
      <Button
        icon="check"
        onClick={() => {
          setTimes(times + 1);
        }}
      >
        {times === 0 ? "Check the signature in this browser" : "Check it again"}
      </Button>
    </div>
  );
}
