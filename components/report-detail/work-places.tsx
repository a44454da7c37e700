import type { ReportPage } from "#lib/schema/report-page.ts";
import { countOpen } from "#components/triage/claim.ts";

/** Ways to what is to be done about a report, further down its page. */
export function WorkPlaces({ triage }: Pick<ReportPage, "triage">) {
  const open = countOpen(triage);
  const places = [
    { href: "#obligations", label: "Obligations, postings, leaks" },
    { href: "#triage", label: open === 0 ? "Checklist" : `Checklist, ${String(open)} open` },
    { href: "#status", label: "Where the organisations stand" },
    { href: "#duties", label: "Duties" },
  ];
  return (
    <nav aria-label="On this page" className="mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {places.map(({ href, label }) => (
        <a key={href} href={href} className="link inline-block min-h-6">
          {label}
        </a>
      ))}
    </nav>
  );
}
