import type { ToldParty } from "#lib/policy/facts.ts";

const parties: Readonly<Record<ToldParty, string>> = {
  upstream: "the upstream project",
  "kernel-security-team": "the kernel’s security team",
  "other-distributions": "other vendors or distributions",
  "other-projects": "other affected projects",
};

/**
 * How it is known that the vendor knows, where a report says who was told before the list (R12); null where it names
 * nobody. Vultron's vendor is whoever makes software that is affected, so it takes only one of them.
 */
export function vendorAwareByReport(toldOthers: readonly ToldParty[] | null): string | null {
  const told = (Object.keys(parties) as readonly ToldParty[]).filter((party) => toldOthers?.includes(party) === true);
  return told.length === 0 ? null : `The report says who was told: ${told.map((party) => parties[party]).join(", ")}.`;
}

/** How it is known once a member has found that everybody was told who should be (A4). */
export const vendorAwareByTriage = "A member has found that all who should know were told.";
