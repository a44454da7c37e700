import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";

/** The six facts of a case in CERT/CC's Vultron protocol. None is ever taken back: a mistaken record is struck out. */
export type CaseFact = "vendor-aware" | "fix-ready" | "fix-deployed" | "public" | "exploit-public" | "attacks-seen";

export type CaseState = ReadonlySet<CaseFact>;

/** In the order in which Vultron writes them: V, F, D, P, X, A. */
export const caseFacts = [
  "vendor-aware",
  "fix-ready",
  "fix-deployed",
  "public",
  "exploit-public",
  "attacks-seen",
] as const satisfies readonly CaseFact[];

/** What must be so before a fact can be. */
const earlierFact: Readonly<Partial<Record<CaseFact, CaseFact>>> = {
  "fix-ready": "vendor-aware",
  "fix-deployed": "fix-ready",
};

/** @problem CASE_HISTORY_IMPOSSIBLE where no history goes from `state` to `fact` in one step. */
export function caseAfter(state: CaseState, fact: CaseFact): Result<CaseState, Problem<"CASE_HISTORY_IMPOSSIBLE">> {
  const first = state.has(fact) ? null : factBefore(state, fact);
  if (first === undefined) return ok(new Set([...state, fact]));
  return refused({ code: "CASE_HISTORY_IMPOSSIBLE", clause: "A3", facts: { fact, first } });
}

/** The facts that can come next. Only one can while something has not yet had its consequence. */
export function possibleNext(state: CaseState): readonly CaseFact[] {
  return caseFacts.filter((fact) => caseAfter(state, fact).ok);
}

/**
 * What to record, in this order, so that `fact` is on record and nothing waits for its consequence: with an exploit that
 * the issue is public, and with that that the vendor knows. Nothing where it is all there.
 */
export function impliedBy(state: CaseState, fact: CaseFact): readonly CaseFact[] {
  const target = state.has(fact) ? consequenceOf(state) : fact;
  if (target === undefined) return [];

  const next = factBefore(state, target) ?? target;
  return [next, ...impliedBy(new Set([...state, next]), fact)];
}

/** Whether there is still something that an embargo protects: nothing is public and nobody attacks. */
export function embargoIsViable(state: CaseState): boolean {
  return whyNotViable(state) === null;
}

/** Whether an embargo may begin: also not once the fix is deployed, which only leaves it to be told. */
export function embargoMayStart(state: CaseState): boolean {
  return whyNotStarted(state) === null;
}

/** The fact that leaves nothing to keep secret, or null. */
export function whyNotViable(state: CaseState): CaseFact | null {
  return (["public", "exploit-public", "attacks-seen"] as const).find((fact) => state.has(fact)) ?? null;
}

/** The fact for which no embargo may begin, or null. */
export function whyNotStarted(state: CaseState): CaseFact | null {
  return whyNotViable(state) ?? (state.has("fix-deployed") ? "fix-deployed" : null);
}

/** The fact that must be recorded before `fact`, or undefined where it can be recorded itself. */
function factBefore(state: CaseState, fact: CaseFact): CaseFact | undefined {
  const consequence = consequenceOf(state);
  if (consequence !== undefined) return consequence === fact ? undefined : consequence;

  const earlier = earlierFact[fact];
  return earlier === undefined || state.has(earlier) ? undefined : (factBefore(state, earlier) ?? earlier);
}

/** A public exploit makes the issue public, and what is public reaches the vendor, before anything else happens. */
function consequenceOf(state: CaseState): CaseFact | undefined {
  if (state.has("exploit-public") && !state.has("public")) return "public";
  if (state.has("public") && !state.has("vendor-aware")) return "vendor-aware";
  return undefined;
}
