import Link from "next/link";
import { NothingHere } from "#components/site/nothing-here.tsx";

/** Within the frame that the layout has made already. */
export default function NotFound() {
  return (
    <NothingHere>
      <p>
        What is sealed to you stands among <Link href="/reports">your reports</Link>. Another reader can grant you the
        rest.
      </p>
    </NothingHere>
  );
}
