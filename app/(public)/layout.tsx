import type { ReactNode } from "react";
import { PublicFrame } from "#components/site/public-frame.tsx";

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
