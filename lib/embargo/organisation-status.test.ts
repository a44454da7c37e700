import { describe, expect, test } from "vitest";
import { affectednessOf, isAnswer, organisationStatuses, statusAfterOpening } from "./organisation-status.ts";

const table = [
  { status: "not-opened", answer: false, affected: "unknown", opened: "opened" },
  { status: "opened", answer: false, affected: "unknown", opened: "opened" },
  { status: "looking", answer: true, affected: "unknown", opened: "looking" },
  { status: "affected", answer: true, affected: "affected", opened: "affected" },
  { status: "not-affected", answer: true, affected: "not-affected", opened: "not-affected" },
  { status: "not-shipped", answer: true, affected: "not-affected", opened: "not-shipped" },
  { status: "fix-ready", answer: true, affected: "affected", opened: "fix-ready" },
  { status: "released", answer: true, affected: "affected", opened: "released" },
] as const;

describe("the status of an organisation", () => {
  test("is one of eight", () => {
    expect(organisationStatuses).toEqual(table.map(({ status }) => status));
  });

  test.each(table)("$status: an answer is $answer, its users are $affected", ({ status, answer, affected }) => {
    expect(isAnswer(status)).toBe(answer);
    expect(affectednessOf(status)).toBe(affected);
  });

  test("is never taken from silence for not affected", () => {
    const silent = organisationStatuses.filter((status) => !isAnswer(status));
    expect(silent.map(affectednessOf)).toEqual(["unknown", "unknown"]);
  });

  test.each(table)("$status becomes $opened when an envelope is opened", ({ status, opened }) => {
    expect(statusAfterOpening(status)).toBe(opened);
  });
});
