"use client";

import { useEffect, useState } from "react";
import type { CheckedReader } from "#lib/pgp/client.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { fetchTrustedRoster } from "#components/sealing/trusted-roster.ts";

export interface SignedReaders {
  readonly readers: readonly CheckedReader[];
  /** Why a roster could not be verified, for each that could not: nobody is known by it. */
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
        problems: rosters.flatMap((each) => (each.ok || each.problem.code === "LIST_NOT_READY" ? [] : [each.problem])),
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [listNames, isWanted]);

  return signed;
}
