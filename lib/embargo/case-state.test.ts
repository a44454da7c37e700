import { describe, expect, test } from "vitest";
import { expectOk } from "#lib/base/result.ts";
import { caseAfter, caseFacts, embargoIsViable, embargoMayStart, impliedBy, possibleNext } from "./case-state.ts";
import type { CaseFact, CaseState } from "./case-state.ts";
import { caseTable } from "./fixtures/vultron-tables.ts";

const letters = "VFDPXA";
const empty: CaseState = new Set();

/** `VfdPxa` as the facts whose letters are great. */
const stateOf = (text: string): CaseState => new Set(caseFacts.filter((_, index) => text[index] === letters[index]));

const textOf = (state: CaseState) =>
  caseFacts.map((fact, index) => (state.has(fact) ? letters : letters.toLowerCase())[index]).join("");

const every = caseTable.flatMap((row) => caseFacts.map((fact) => ({ ...row, fact })));

/** All histories in which each fact comes once. */
function histories(state: CaseState = empty): readonly (readonly CaseFact[])[] {
  if (state.size === caseFacts.length) return [[]];
  return possibleNext(state).flatMap((fact) =>
    histories(expectOk(caseAfter(state, fact))).map((rest) => [fact, ...rest]),
  );
}

/** The same from the published edges alone, as texts of states. */
function publishedHistories(from: string): readonly (readonly string[])[] {
  const next = caseTable.find(({ state }) => state === from)?.next ?? [];
  return next.length === 0 ? [[from]] : next.flatMap((to) => publishedHistories(to).map((rest) => [from, ...rest]));
}

describe("the facts of a case", () => {
  test("make 32 states, which are read back as they are written", () => {
    expect(caseTable).toHaveLength(32);
    for (const { state } of caseTable) expect(textOf(stateOf(state))).toBe(state);
  });

  test.each(every)("in $state take $fact where the published table does", ({ state, next, fact }) => {
    const after = new Set([...stateOf(state), fact]);
    const isPublished = next.includes(textOf(after)) && !stateOf(state).has(fact);
    expect(caseAfter(stateOf(state), fact)).toEqual(
      isPublished
        ? { ok: true, value: after }
        : { ok: false, problem: expect.objectContaining({ code: "CASE_HISTORY_IMPOSSIBLE", clause: "A3" }) as object },
    );
  });

  test.each(caseTable)("in $state can become $next and nothing else", ({ state, next }) => {
    const reachable = possibleNext(stateOf(state)).map((fact) => textOf(new Set([...stateOf(state), fact])));
    expect(reachable.toSorted()).toEqual([...next].toSorted());
  });

  test("come in the 70 histories of the published table, and in no other order", () => {
    const ours = histories().map((facts) =>
      facts.reduce((texts, _, index) => [...texts, textOf(new Set(facts.slice(0, index + 1)))], ["vfdpxa"]).join(" "),
    );
    expect(ours).toHaveLength(70);
    expect(ours.toSorted()).toEqual(
      publishedHistories("vfdpxa")
        .map((texts) => texts.join(" "))
        .toSorted(),
    );
  });

  test("in any of the 720 orders are refused somewhere, but for those 70", () => {
    const orders = (facts: readonly CaseFact[]): readonly (readonly CaseFact[])[] =>
      facts.length === 0
        ? [[]]
        : facts.flatMap((fact) => orders(facts.filter((other) => other !== fact)).map((rest) => [fact, ...rest]));
    const isPossible = (order: readonly CaseFact[]) =>
      order.every((fact, index) => caseAfter(new Set(order.slice(0, index)), fact).ok);

    expect(orders(caseFacts)).toHaveLength(720);
    expect(orders(caseFacts).filter(isPossible)).toHaveLength(70);
  });

  test.each<{ state: string; fact: CaseFact; first: CaseFact | null }>([
    { state: "vfdpxa", fact: "fix-ready", first: "vendor-aware" },
    { state: "vfdpxa", fact: "fix-deployed", first: "vendor-aware" },
    { state: "Vfdpxa", fact: "fix-deployed", first: "fix-ready" },
    { state: "vfdpXa", fact: "vendor-aware", first: "public" },
    { state: "vfdPxa", fact: "attacks-seen", first: "vendor-aware" },
    { state: "VFdpXA", fact: "fix-deployed", first: "public" },
    { state: "Vfdpxa", fact: "vendor-aware", first: null },
    { state: "vfdPXA", fact: "public", first: null },
  ])("in $state refuse $fact until $first is on record", ({ state, fact, first }) => {
    expect(caseAfter(stateOf(state), fact)).toMatchObject({ problem: { facts: { fact, first } } });
  });
});

describe("what a fact implies", () => {
  test.each<{ state: string; fact: CaseFact; implied: readonly CaseFact[] }>([
    { state: "vfdpxa", fact: "vendor-aware", implied: ["vendor-aware"] },
    { state: "vfdpxa", fact: "public", implied: ["public", "vendor-aware"] },
    { state: "vfdpxa", fact: "exploit-public", implied: ["exploit-public", "public", "vendor-aware"] },
    { state: "Vfdpxa", fact: "exploit-public", implied: ["exploit-public", "public"] },
    { state: "VFDpxa", fact: "public", implied: ["public"] },
    { state: "vfdpxa", fact: "attacks-seen", implied: ["attacks-seen"] },
    { state: "vfdpxa", fact: "fix-deployed", implied: ["vendor-aware", "fix-ready", "fix-deployed"] },
    { state: "vfdpXa", fact: "fix-ready", implied: ["public", "vendor-aware", "fix-ready"] },
    { state: "vfdpXa", fact: "exploit-public", implied: ["public", "vendor-aware"] },
    { state: "VFDPXA", fact: "public", implied: [] },
  ])("of $fact in $state is $implied", ({ state, fact, implied }) => {
    expect(impliedBy(stateOf(state), fact)).toEqual(implied);
  });

  test.each(every)("of $fact in $state is a possible history that leaves nothing waiting", ({ state, fact }) => {
    const after = impliedBy(stateOf(state), fact).reduce<CaseState>(
      (from, next) => expectOk(caseAfter(from, next)),
      stateOf(state),
    );
    expect(after.has(fact)).toBe(true);
    expect(after.has("exploit-public") && !after.has("public")).toBe(false);
    expect(after.has("public") && !after.has("vendor-aware")).toBe(false);
  });
});

describe("an embargo", () => {
  test.each(caseTable)("in $state is viable: $isViable, and may start: $mayStart", ({ state, isViable, mayStart }) => {
    expect(embargoIsViable(stateOf(state))).toBe(isViable);
    expect(embargoMayStart(stateOf(state))).toBe(mayStart);
  });
});
