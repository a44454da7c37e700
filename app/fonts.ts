import localFont from "next/font/local";

// Files of this portal itself: no page asks another host for anything.
const plexSans = localFont({
  src: "./fonts/plex-sans-latin.woff2",
  weight: "100 700",
  variable: "--font-plex-sans",
  display: "swap",
});

const plexSansExtended = localFont({
  src: "./fonts/plex-sans-latin-ext.woff2",
  weight: "100 700",
  variable: "--font-plex-sans-ext",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA, U+02BD-02C5, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0" }],
});

const plexMono = localFont({
  src: [
    { path: "./fonts/plex-mono-latin.woff2", weight: "400" },
    { path: "./fonts/plex-mono-latin-semibold.woff2", weight: "600" },
  ],
  variable: "--font-plex-mono",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

/** Class names that define `--font-plex-sans`, `--font-plex-sans-ext` and `--font-plex-mono`. */
export const fontVariables = `${plexSans.variable} ${plexSansExtended.variable} ${plexMono.variable}`;
