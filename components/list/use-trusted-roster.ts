"use client";

import { useEffect, useState } from "react";
import { unreachable, type ShownProblem } from "#components/request/shown-problem.ts";
import { fetchTrustedRoster, type TrustedRoster } from "#components/sealing/trusted-roster.ts";

export type RosterState =
  | { readonly step: "checking" }
  | { readonly step: "refused"; readonly problem: ShownProblem }
  | { readonly step: "trusted"; readonly trusted: TrustedRoster };

export interface RosterCheck {
  readonly state: RosterState;
  /** Fetches and checks it once more; null where it is refused. */
  readonly check: () => Promise<TrustedRoster | null>;
}

/** The roster of a list, fetched and its signature verified when the page is come to. Of no list (null) none is. */
export function useTrustedRoster(listName: string | null): RosterCheck {
  const [state, setState] = useState<RosterState>({ step: "checking" });

  async function check(): Promise<TrustedRoster | null> {
    if (listName === null) return null;
    setState({ step: "checking" });
    const next = await checkedState(listName);
    setState(next);
    return next.step === "trusted" ? next.trusted : null;
  }

  useEffect(() => {
    if (listName === null) return;
    let isStale = false;
    void checkedState(listName).then((next) => {
      if (!isStale) setState(next);
    });
    return () => {
      isStale = true;
    };
  }, [listName]);

  return { state, check };
}

async function checkedState(listName: string): Promise<RosterState> {
  try {
    const outcome = await fetchTrustedRoster(listName);
    return outcome.ok ? { step: "trusted", trusted: outcome.value } : { step: "refused", problem: outcome.problem };
  } catch {
    return { step: "refused", problem: unreachable() };
  }
}
