"use client";

import { useEffect, useState } from "react";

/**
 * The secret in the page's fragment, which is then taken out of the address bar and the history. Empty where there is
 * none; null until the page has come alive.
 */
export function useLinkToken(): string | null {
  const [token, setToken] = useState<string | null>(null);

  useEffect(() => {
    function take() {
      const { hash, pathname } = window.location;
      // React runs effects twice while developing; by the second time the fragment is gone.
      setToken((known) => (hash === "" ? (known ?? "") : hash.slice(1)));
      if (hash !== "") window.history.replaceState(null, "", pathname);
    }

    take();
    // The link may be pasted into the address bar of this very page.
    window.addEventListener("hashchange", take);
    return () => {
      window.removeEventListener("hashchange", take);
    };
  }, []);

  return token;
}
