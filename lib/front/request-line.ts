import { badTarget, methodNotAllowed, nothingHere, type Refusal } from "./refusal.ts";

const maximumTargetCharacters = 8_192;

const pageMethods = ["GET", "HEAD", "POST"];
const apiMethods = [...pageMethods, "PUT", "PATCH", "DELETE"];
const assetMethods = ["GET", "HEAD"];

/** The path of a request's target, percent-decoded and without its query, or null where the target is malformed. */
export function decodedPath(target: string): string | null {
  // Absolute form, authority form and `*` are for proxies; `//` would be read as another host by a careless redirect.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(target) || target.length > maximumTargetCharacters) return null;
  if (/[#\\]/.test(target)) return null;

  const path = decoded(target.split("?", 1)[0] ?? "");
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (path === null || /[\u0000-\u001f\u007f\\]/.test(path)) return null;
  const segments = path.split("/").slice(1);
  return segments.some((segment) => segment === "." || segment === "..") || path.includes("//") ? null : path;
}

/**
 * A target without what it says of where to lead people after a sign-in: that is ours to say, and next-auth would fail with
 * status 500 at an odd address.
 */
export function leadingNowhere(target: string): string {
  const [path = "", query] = target.split("?", 2);
  if (query === undefined || !path.startsWith("/api/auth/")) return target;
  const parameters = new URLSearchParams(target.slice(path.length));
  parameters.delete("callbackUrl");
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}

/** Why a request line is refused, or null. */
export function requestLineRefusal(method: string, path: string | null): Refusal | null {
  const allowed = path === null ? pageMethods : methodsOf(path);
  if (!allowed.includes(method)) return methodNotAllowed(allowed);
  if (path === null) return badTarget;
  // Next answers its image optimizer's address even where, as here, no image is optimized.
  if (path.startsWith("/_next/image")) return nothingHere;
  return null;
}

function methodsOf(path: string): readonly string[] {
  if (path.startsWith("/_next/")) return assetMethods;
  return path.startsWith("/api/") ? apiMethods : pageMethods;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
