"use client";

import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { parseBase64 } from "#lib/base/bytes.ts";
import { hasTabVault, tabVault } from "#lib/pgp/client.ts";
import { lastingStorage } from "#components/sealing/roster-memory.ts";
import { loadKeyring, saveKeyring } from "./keyring-road.ts";
import { MemberKeyContext, type MemberIdentity, type MemberKey } from "./member-key-context.ts";
import { MemberKeyStore } from "./member-key-store.ts";

export interface MemberKeyProviderProps {
  readonly member: MemberIdentity;
  /** The server's clock when it made the page. */
  readonly serverNow: Date;
  readonly children: ReactNode;
}

/** Holds the member's keys for all pages below it, for as long as the tab lives. */
export function MemberKeyProvider({ member, serverNow, children }: MemberKeyProviderProps) {
  const [now] = useState(() => serverClock(serverNow));
  const [store] = useState(() => storeOf(member, now));
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const { state } = snapshot;

  useEffect(() => {
    void store.begin();
    return store.end;
  }, [store]);

  const key = useMemo<MemberKey>(() => {
    const { vault, unlock, takePrinted, lock } = store;
    const signer = state.kind === "unlocked" && state.canSign ? (member.certificate?.fingerprint ?? null) : null;
    return { ...snapshot, member, vault, signer, now, unlock, takePrinted, lock };
  }, [store, snapshot, state, member, now]);

  return <MemberKeyContext value={key}>{children}</MemberKeyContext>;
}

function storeOf({ name, certificate }: MemberIdentity, now: () => Date): MemberKeyStore {
  const bytes = certificate === null ? null : parseBase64(certificate.text);
  const isBrowser = typeof window !== "undefined";
  return new MemberKeyStore({
    connect: tabVault,
    hasVault: hasTabVault,
    storage: isBrowser ? lastingStorage() : null,
    owner:
      certificate === null || bytes === null
        ? null
        : { name, certificate: bytes, fingerprint: certificate.fingerprint },
    now,
    loadKeyring,
    saveKeyring,
  });
}

/** The server's clock, carried on by one of the browser's that nobody sets. */
function serverClock(serverNow: Date): () => Date {
  const startedMs = performance.now();
  return () => new Date(serverNow.getTime() + performance.now() - startedMs);
}
