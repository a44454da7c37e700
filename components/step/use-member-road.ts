"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { StepRoad } from "./step-road.ts";

/** A member's road to a report; the same one until the report is another. */
export function useMemberRoad(reportId: string): StepRoad {
  const router = useRouter();
  return useMemo(
    () => ({
      take: (step) => requestDone(`/api/v1/reports/${reportId}/steps`, jsonBody("POST", step)),
      refresh: () => {
        router.refresh();
      },
    }),
    [reportId, router],
  );
}
