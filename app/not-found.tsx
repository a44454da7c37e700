import type { Metadata } from "next";
import { NothingHereInPublic } from "#components/site/nothing-here.tsx";
import { PublicFrame } from "#components/site/public-frame.tsx";

export const metadata: Metadata = { title: "Nothing here" };

/** For addresses that no layout of ours stands around. */
export default function NotFound() {
  return (
    <PublicFrame>
      <NothingHereInPublic />
    </PublicFrame>
  );
}
