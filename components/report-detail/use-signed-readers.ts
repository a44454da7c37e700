"use client";

import { useEffect, useState } from "react";
import type { CheckedReader } from "#lib/pgp/client.ts";
import { fetchTrustedRoster } from "#components/sealing/trusted-roster.ts";

/** Everybody whom the signed rosters of these lists name; null while they are fetched and checked. */
export function useSignedReaders(listNames: readonly string[], isWanted: boolean): readonly CheckedReader[] | null {
  const [signed, setSigned] = useState<readonly CheckedReader[] | null>(null);

  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void Promise.all(listNames.map((listName) => fetchTrustedRoster(listName))).then((rosters) => {
      if (isCurrent) setSigned(rosters.flatMap((each) => (each.ok ? each.value.roster.readers : [])));
    });
    return () => {
      isCurrent = false;
    };
  }, [listNames, isWanted]);

  return signed;
}
