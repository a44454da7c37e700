import type { ReactNode } from "react";
import { FocusKeeper } from "./focus-keeper.tsx";

/** The page's own content, where the skip link leads. */
export function Main({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-8 pb-20 sm:px-6 sm:pt-12">
      {children}
      <FocusKeeper />
    </main>
  );
}
