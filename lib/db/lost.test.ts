import { describe, expect, test } from "vitest";
import { lossSince, noteLoss } from "./lost.ts";

function lossOf(error: unknown) {
  const before = performance.now();
  noteLoss(error);
  return lossSince(before);
}

describe("the database is lost", () => {
  test.each([
    { what: "when nobody listens", error: { code: "ECONNREFUSED" } },
    { what: "when Prisma cannot reach it", error: { code: "P1001" } },
    { what: "when no transaction begins in time", error: { code: "P2028" } },
    { what: "when it is shut down", error: { code: "57P01" } },
    { what: "when it has no memory left", error: { code: "53200" } },
    { what: "when it recovers from a crash", error: { code: "57P03" } },
    {
      what: "when a raw query is cut",
      error: { code: "P2010", meta: { driverAdapterError: { cause: { code: "57P02" } } } },
    },
    { what: "when the driver has no code for it", error: new Error("Connection terminated unexpectedly") },
  ])("$what", ({ error }) => {
    expect(lossOf(error)).toBe("away");
  });

  test.each([
    { what: "as Prisma says it", error: { name: "DriverAdapterError", cause: { originalCode: "53100" } } },
    { what: "as the driver says it", error: { code: "53100", message: "could not extend file" } },
    {
      what: "within a raw query",
      error: { code: "P2010", meta: { driverAdapterError: { cause: { code: "53100" } } } },
    },
  ])("when its disk is full, $what, which is told apart", ({ error }) => {
    expect(lossOf(error)).toBe("full");
  });

  test.each([
    { what: "when a row exists already", error: { code: "P2002" } },
    { what: "when a statement is wrong", error: { code: "42P01" } },
    { what: "when it ends a statement that took too long", error: { code: "57014" } },
    { what: "when our own code is broken", error: new Error("a new receipt without a certificate") },
    { what: "when what is thrown is no error", error: "P1001" },
  ])("but not $what", ({ error }) => {
    expect(lossOf(error)).toBe(null);
  });
});
