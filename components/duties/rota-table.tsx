import { ClauseLink } from "#components/policy/clause-link.tsx";
import { HeaderCell } from "#components/ui/header-cell.tsx";
import { PlaceCell } from "./place-cell.tsx";
import type { RotaLine } from "./rota.ts";
import type { RotaViewer } from "./rota-viewer.ts";

export interface RotaTableProps {
  readonly caption: string;
  readonly lines: readonly RotaLine[];
  readonly viewer: RotaViewer;
}

/**
 * Duties in the order of the policy. Each part says its role itself: on narrow screens rows are laid out as cards, and a
 * table that is laid out otherwise is no table to a browser any more.
 */
export function RotaTable({ caption, lines, viewer }: RotaTableProps) {
  return (
    <table role="table" className="w-full border-collapse text-left max-lg:block lg:table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="border-b border-line-strong text-sm text-muted max-lg:hidden">
        <tr role="row">
          <HeaderCell role="columnheader">Duty</HeaderCell>
          <HeaderCell role="columnheader" className="lg:w-[17rem]">
            Primary
          </HeaderCell>
          <HeaderCell role="columnheader" className="lg:w-[17rem]">
            Backup
          </HeaderCell>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-lg:block">
        {lines.map((line) => (
          <RotaRow key={line.clause.id} line={line} viewer={viewer} />
        ))}
      </tbody>
    </table>
  );
}

function RotaRow({ line, viewer }: { readonly line: RotaLine; readonly viewer: RotaViewer }) {
  const { clause, primary, backup } = line;
  return (
    <tr
      role="row"
      className="border-b border-line align-top max-lg:grid max-lg:gap-3 max-lg:py-5 max-lg:first:border-t min-[22rem]:max-lg:grid-cols-2"
    >
      <th role="rowheader" scope="row" className="py-4 pr-6 font-normal max-lg:py-0 min-[22rem]:max-lg:col-span-2">
        <span className="block font-medium">
          <ClauseLink id={clause.id} /> {clause.title}
        </span>
        <span className="block max-w-prose text-sm text-muted">{clause.text}</span>
      </th>
      <PlaceCell place={primary} label="Primary" viewer={viewer} />
      <PlaceCell place={backup} label="Backup" viewer={viewer} />
    </tr>
  );
}
