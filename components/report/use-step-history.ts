"use client";

import { useEffect, useRef } from "react";
import type { Step } from "./form-state.ts";

const hashes: Readonly<Record<Step, string>> = {
  questions: "",
  report: "#report",
  review: "#review",
  receipt: "#receipt",
};

/** The step that an address means, or null where it is a place within a page. */
export function stepOfHash(hash: string): Step | null {
  const found = Object.entries(hashes).find(([, each]) => each === hash);
  return found === undefined ? null : (found[0] as Step);
}

/** Gives each step an address of its own, so that the browser's way back leads one step back and loses nothing. */
export function useStepHistory(step: Step, go: (step: Step) => void): void {
  const isFirst = useRef(true);
  const goNow = useRef(go);
  useEffect(() => {
    goNow.current = go;
  });

  useEffect(() => {
    const address = `${location.pathname}${hashes[step]}`;
    if (location.hash === hashes[step]) isFirst.current = false;
    else if (isFirst.current || step === "receipt") window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
    isFirst.current = false;
  }, [step]);

  useEffect(() => {
    const follow = () => {
      const wanted = stepOfHash(location.hash);
      if (wanted !== null) goNow.current(wanted);
    };
    window.addEventListener("popstate", follow);
    return () => {
      window.removeEventListener("popstate", follow);
    };
  }, []);
}
