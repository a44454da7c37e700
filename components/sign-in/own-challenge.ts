/**
 * When a text to sign was issued, or null where it is not a sign-in at this very site with this very key: whatever else
 * a portal hands out, a roster say, is not signed here.
 *
 * @param origin - Of the page, such as `https://fortnight.example.org`.
 * @param fingerprint - 40 upper-case hexadecimal digits.
 */
export function challengeIssuedAt(
  text: string,
  { origin, fingerprint }: { readonly origin: string; readonly fingerprint: string },
): Date | null {
  const [title, site, purpose, key, nonce, session, issued, expires, ...rest] = text.split("\n");
  if (title !== "fortnight sign-in v1" || site !== `Site: ${origin}` || key !== `Key: ${fingerprint}`) return null;
  if (rest.length > 0 || !startsWith(purpose, "Purpose: ") || !startsWith(nonce, "Nonce: ")) return null;
  if (!startsWith(session, "Session: ") || !startsWith(expires, "Expires: ")) return null;
  const instant = /^Issued: (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) UTC$/.exec(issued ?? "");
  const issuedAt = new Date(`${instant?.[1] ?? ""}T${instant?.[2] ?? ""}Z`);
  return Number.isNaN(issuedAt.getTime()) ? null : issuedAt;
}

function startsWith(line: string | undefined, beginning: string): boolean {
  return line?.startsWith(beginning) === true;
}
