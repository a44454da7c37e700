/**
 * The path and query within this portal that `text` names, for a `Location` header; `/` where it names another place.
 * Read the way a browser reads it, so that `//host`, `/\host` and `/.//host` lead nowhere else.
 */
export function returnPath(text: unknown): string {
  if (typeof text !== "string" || !text.startsWith("/")) return "/";
  const base = "http://portal.invalid";
  if (!URL.canParse(text, base)) return "/";
  const { origin, pathname, search } = new URL(text, base);
  return origin !== base || pathname.startsWith("//") ? "/" : pathname + search;
}
