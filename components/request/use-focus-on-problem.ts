"use client";

import { useEffect } from "react";

/** Brings the focus to the control that has to be mended, each time that a problem is found: it is then read out. */
export function useFocusOnProblem(controlId: string, problem: object | null): void {
  useEffect(() => {
    if (problem !== null) document.getElementById(controlId)?.focus();
  }, [controlId, problem]);
}
