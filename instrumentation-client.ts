/**
 * The one Trusted Types policy of the site (the content security policy allows no other). Turbopack's loader sets the
 * address of script files as a string; only our own built files pass. Nothing makes markup or script out of a string.
 */
const scriptsFolder = "/_next/static/";

interface PolicyRules {
  readonly createScriptURL: (address: string) => string;
  readonly createHTML: () => never;
  readonly createScript: () => never;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: PolicyRules) => unknown;
}

const { trustedTypes } = globalThis as typeof globalThis & { readonly trustedTypes?: PolicyFactory };

trustedTypes?.createPolicy("default", {
  createScriptURL(address) {
    const url = new URL(address, document.baseURI);
    // As it came: the loader knows a file that has arrived by the very text of its address.
    if (url.origin === location.origin && url.pathname.startsWith(scriptsFolder)) return address;
    throw new TypeError("only the site's own script files may be loaded");
  },
  createHTML() {
    throw new TypeError("no markup is made out of strings here");
  },
  createScript() {
    throw new TypeError("no script is made out of strings here");
  },
});
