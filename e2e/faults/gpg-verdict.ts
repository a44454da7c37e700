import type { GpgHome } from "#e2e/support/gpg.ts";

/** What gpg says of a certificate, in its own words where it cannot be encrypted to. */
export type GpgVerdict = "usable" | "expired" | "revoked" | "no encryption key" | "invalid";

/** gpg's verdict on every certificate of a keyring, by the fingerprint of its primary key. */
export async function gpgVerdicts(
  { output }: GpgHome,
  keyring: string,
  at: Date,
): Promise<ReadonlyMap<string, GpgVerdict>> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const listed = await output([
    ...["--faked-system-time", seconds, "--no-default-keyring", "--keyring", keyring],
    ...["--with-colons", "--list-keys"],
  ]);
  return verdictsIn(listed.toString("latin1"));
}

/** Field 2 of a `pub` line is its validity, field 12 what it may do: in capitals, of the whole certificate, now. */
function verdictsIn(listing: string): ReadonlyMap<string, GpgVerdict> {
  const verdicts = new Map<string, GpgVerdict>();
  let pending: GpgVerdict | null = null;
  for (const line of listing.split("\n")) {
    const fields = line.split(":");
    if (fields[0] === "pub") pending = verdictOf(fields[1] ?? "", fields[11] ?? "");
    if (fields[0] !== "fpr" || pending === null) continue;
    verdicts.set(fields[9] ?? "", pending);
    pending = null; // the fingerprints that follow are of subkeys
  }
  return verdicts;
}

function verdictOf(validity: string, capabilities: string): GpgVerdict {
  if (validity === "r") return "revoked";
  if (validity === "e") return "expired";
  if (/^[idn]/.test(validity) || capabilities.includes("D")) return "invalid";
  return capabilities.includes("E") ? "usable" : "no encryption key";
}
