"use client";

import { createContext, useContext } from "react";
import type { Result } from "#lib/base/result.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { Vault } from "#components/sealing/vault-answer.ts";
import type { MemberKeySnapshot } from "./member-key-store.ts";
import type { TakenTickets } from "./take-tickets.ts";
import type { Ticket } from "./tickets.ts";
import type { KeyInput, UnlockOutcome } from "./unlock-key.ts";

/** Who is signed in, as the layout says. */
export interface MemberIdentity {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** What they are enrolled with; null where that was withdrawn. */
  readonly certificate: {
    readonly fingerprint: string;
    /** Binary, in base64. */
    readonly text: string;
  } | null;
}

/** The keys of the member who is signed in, in this tab. */
export interface MemberKey extends MemberKeySnapshot {
  readonly member: MemberIdentity;
  /** Opens, seals, signs and grants; what is opened through it is kept in the keyring. Browser only. */
  readonly vault: Vault;
  /** Fingerprint of the key that signs, for `seal`; null where none is unlocked that can. */
  readonly signer: string | null;
  /** The server's clock, for whatever is sealed, opened or judged. */
  readonly now: () => Date;
  readonly unlock: (input: KeyInput) => Promise<Result<UnlockOutcome, ShownProblem>>;
  readonly takePrinted: (printed: string, wanted: readonly Ticket[]) => Promise<Result<TakenTickets, ShownProblem>>;
  readonly lock: () => Promise<void>;
}

export const MemberKeyContext = createContext<MemberKey | null>(null);

/** The keys of the member who is signed in. Only below the member layout. */
export function useMemberKey(): MemberKey {
  const key = useContext(MemberKeyContext);
  if (key === null) throw new Error("member keys asked for outside of the member layout");
  return key;
}
