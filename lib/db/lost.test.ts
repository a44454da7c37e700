import { describe, expect, test } from "vitest";
import { noteLoss, wasLostSince } from "./lost.ts";

function isLoss(error: unknown): boolean {
  const before = performance.now();
  noteLoss(error);
  return wasLostSince(before);
}

describe("the database is lost", () => {
  test.each([
    { what: "when nobody listens", error: { code: "ECONNREFUSED" } },
    { what: "when Prisma cannot reach it", error: { code: "P1001" } },
    { what: "when no transaction begins in time", error: { code: "P2028" } },
    { what: "when it is shut down", error: { code: "57P01" } },
    { what: "when its disk is full", error: { name: "DriverAdapterError", cause: { originalCode: "53100" } } },
    {
      what: "when a raw query is cut",
      error: { code: "P2010", meta: { driverAdapterError: { cause: { code: "57P02" } } } },
    },
    { what: "when the driver has no code for it", error: new Error("Connection terminated unexpectedly") },
  ])("$what", ({ error }) => {
    expect(isLoss(error)).toBe(true);
  });

  test.each([
    { what: "when a row exists already", error: { code: "P2002" } },
    { what: "when a statement is wrong", error: { code: "42P01" } },
    { what: "when it ends a statement that took too long", error: { code: "57014" } },
    { what: "when our own code is broken", error: new Error("a new receipt without a certificate") },
    { what: "when what is thrown is no error", error: "P1001" },
  ])("but not $what", ({ error }) => {
    expect(isLoss(error)).toBe(false);
  });
});
