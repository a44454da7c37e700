import { PolicyLink } from "#components/report/policy-link.tsx";

/** What holds for everything on this page while the embargo does, in one line. */
export function AmberLine() {
  return (
    <p className="mb-6 border-l-4 border-advice bg-advice-soft px-4 py-2 text-sm">
      <strong className="font-semibold">TLP:AMBER.</strong> For those of your distribution’s own team who need to know,
      until the date (<PolicyLink id="M1" />, <PolicyLink id="M5" />
      ).
    </p>
  );
}
