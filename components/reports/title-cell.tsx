import { Icon } from "#components/ui/icon.tsx";
import type { RowCard } from "./report-row.ts";

/** What a report is about, as far as this browser can open its card. */
export function TitleCell({ rowCard }: { readonly rowCard: RowCard }) {
  switch (rowCard.state) {
    case "opened":
      return (
        <>
          <span className="block font-medium wrap-anywhere">{rowCard.card.title}</span>
          <span className="block text-sm wrap-anywhere text-muted">
            {rowCard.card.software}
            {rowCard.card.cveIds.length === 0 ? null : `, ${rowCard.card.cveIds.join(", ")}`}
          </span>
        </>
      );
    case "sealed":
      return (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <Icon name="lock" className="size-4" />
          Sealed
        </span>
      );
    case "absent":
      return <span className="text-muted italic">No title yet: open the report to give it one</span>;
    case "failed":
      return (
        <span className="inline-flex items-center gap-1.5 text-refusal">
          <Icon name="refusal" className="size-4" />
          Its card does not open
        </span>
      );
    case "differs":
      return (
        <span className="inline-flex items-center gap-1.5 font-medium text-refusal">
          <Icon name="refusal" className="size-4" />
          Its card may not be what other readers see: tell the list
        </span>
      );
  }
}
