import { JumpLink } from "#components/step/jump-link.tsx";

/** How many obligations stand at the top of a report's page. */
export const shownFirst = 2;

/** From the next obligations to all of them. */
export function AllOwedLink({ count }: { readonly count: number }) {
  return (
    <p className="mt-3 text-sm">
      <JumpLink to="obligations">{count > shownFirst ? `All ${String(count)} that are owed` : "Obligations"}</JumpLink>
    </p>
  );
}
