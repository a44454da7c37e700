"use client";

import { fontVariables } from "./fonts.ts";
import "./globals.css";

/** The last resort, where not even the frame of a page could be made. Works without script. */
export default function GlobalError() {
  return (
    <html lang="en" className={fontVariables}>
      <body className="flex min-h-dvh flex-col">
        <title>Not possible just now · Fortnight</title>
        <main className="mx-auto w-full max-w-page grow px-4 pt-12 pb-20 sm:px-6">
          <div className="prose">
            <h1 className="text-3xl sm:text-4xl">That did not work just now</h1>
            <p>The fault is on our side. What you had already sent, and seen confirmed, is kept.</p>
            <p>
              Wait a moment, then <a href="">load this page again</a>.
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}
