/**
 * Whether `style="…"` attributes in served HTML apply. They could hide or move things on a page into which an attacker
 * has brought markup, but run nothing.
 */
const styleAttributes = "'none'";

/**
 * The content security policy of a page: scripts only with this response's nonce, or loaded by one that had it; strings
 * become scripts or markup nowhere (Trusted Types); nothing comes from or goes to another origin.
 *
 * @param nonce - Base64, new for each response.
 */
export function pagePolicy(nonce: string, isHttps: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr ${styleAttributes}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** The policy of what is no page: nothing in it is ever to run or to load anything. */
export const inertPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/**
 * The policy of our script files. It matters to a worker alone, which is ruled by its own file's policy: it may load the
 * other parts of itself, and nothing else; no WebAssembly is compiled anywhere.
 */
export const scriptPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";
