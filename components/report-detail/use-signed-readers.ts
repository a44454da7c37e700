"use client";

import { useEffect, useState } from "react";
import type { Result } from "#lib/base/result.ts";
import type { CheckedReader } from "#lib/pgp/client.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { fetchTrustedRoster, type TrustedRoster } from "#components/sealing/trusted-roster.ts";

export interface SignedReaders {
  readonly readers: readonly CheckedReader[];
  /** Why rosters could not be verified, each reason once: nobody is known by them. */
  readonly problems: readonly ShownProblem[];
}

/** Everybody whom the signed rosters of these lists name; null while they are fetched and checked. */
export function useSignedReaders(listNames: readonly string[], isWanted: boolean): SignedReaders | null {
  const [signed, setSigned] = useState<SignedReaders | null>(null);

  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void Promise.all(listNames.map((listName) => fetchTrustedRoster(listName))).then((rosters) => {
      if (!isCurrent) return;
      setSigned({
        readers: rosters.flatMap((each) => (each.ok ? each.value.roster.readers : [])),
        problems: [...problemsOf(rosters).values()],
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [listNames, isWanted]);

  return signed;
}

/** A list without a roster has no reader whom it would leave out. */
function problemsOf(rosters: readonly Result<TrustedRoster, ShownProblem>[]): ReadonlyMap<string, ShownProblem> {
  const refusals = rosters.flatMap((each) => (each.ok || each.problem.code === "LIST_NOT_READY" ? [] : [each.problem]));
  return new Map(refusals.map((problem) => [problem.code, problem]));
}
