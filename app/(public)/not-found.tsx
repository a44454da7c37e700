import { NothingHereInPublic } from "#components/site/nothing-here.tsx";

/** Within the frame that the layout has made already. */
export default function NotFound() {
  return <NothingHereInPublic />;
}
