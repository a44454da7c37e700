import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { addDays, dayMs } from "#lib/base/instant.ts";
import { acceptableFacts, mondayAt } from "./_acceptable-facts.ts";
import { latestDisclosureAt, preferredUntil, wholeMinute } from "./latest-instant.ts";
import { distros2012 } from "./policies/distros-2012.ts";
import { distros2017 } from "./policies/distros-2017.ts";
import { kubernetesDistributors } from "./policies/kubernetes-distributors.ts";
import { linuxKernel } from "./policies/linux-kernel.ts";
import { clockStartOf, latestDisclosureOf } from "./submission-clock.ts";

const anyInstant = fc.date({
  min: new Date("2000-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("the latest disclosure", () => {
  test("is 14 days of 24 hours after receipt, to the millisecond", () => {
    expect(latestDisclosureAt(new Date("2026-11-22T09:12:31.250Z"), distros2017)).toEqual(
      new Date("2026-12-06T09:12:31.250Z"),
    );
  });

  test("does not exist where a policy knows no maximum", () => {
    expect(latestDisclosureAt(mondayAt, kubernetesDistributors)).toBeNull();
  });

  prop.prop([anyInstant])("never lies more than 14 days after receipt", (receivedAt) => {
    expect(latestDisclosureAt(receivedAt, distros2017)?.getTime()).toBe(receivedAt.getTime() + 14 * dayMs);
  });

  test("waits for the fix where the policy's clock does", () => {
    const fixReadyAt = addDays(mondayAt, 30);
    expect(clockStartOf(acceptableFacts(), linuxKernel)).toBeNull();
    expect(latestDisclosureOf(acceptableFacts(), linuxKernel)).toBeNull();
    expect(latestDisclosureOf(acceptableFacts({ fixReadyAt }), linuxKernel)).toEqual(addDays(fixReadyAt, 7));
  });
});

describe("the preferred time", () => {
  test("ends 7 days after receipt", () => {
    expect(preferredUntil(mondayAt, distros2017)).toEqual(addDays(mondayAt, 7));
  });

  test("does not exist where a policy prefers none", () => {
    expect(preferredUntil(mondayAt, distros2012)).toBeNull();
  });
});

test("a whole minute is rounded down, so that it never passes a limit that its instant kept", () => {
  expect(wholeMinute(new Date("2026-12-06T09:12:59.999Z"))).toEqual(new Date("2026-12-06T09:12:00Z"));
  expect(wholeMinute(new Date("2026-12-06T09:12:00Z"))).toEqual(new Date("2026-12-06T09:12:00Z"));
});
