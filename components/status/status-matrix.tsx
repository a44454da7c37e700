import type { ShownNote } from "#components/note/note-view.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { HeaderCell } from "#components/ui/header-cell.tsx";
import type { MatrixRow } from "./matrix.ts";
import { StatusCell } from "./status-cell.tsx";

export interface StatusMatrixProps {
  readonly rows: readonly MatrixRow[];
  /** Titles of the columns, by issue. */
  readonly titles: ReadonlyMap<number, string>;
  readonly notes: ReadonlyMap<string, ShownNote>;
  readonly now: Date;
}

/**
 * Who is where: organisations and issues. Each part says its role itself: on narrow screens a row is laid out as a list
 * of its organisation's, and a table that is laid out otherwise is no table to a browser any more.
 */
export function StatusMatrix({ rows, titles, notes, now }: StatusMatrixProps) {
  return (
    <div className="overflow-x-auto">
      <table role="table" className="w-full border-collapse text-left max-sm:block">
        <caption className="sr-only">Where each organisation stands with each issue</caption>
        <thead role="rowgroup" className="border-b border-line-strong text-sm text-muted max-sm:hidden">
          <tr role="row">
            <HeaderCell>Organisation</HeaderCell>
            {[...titles].map(([number, title]) => (
              <HeaderCell key={number}>
                <span className="line-clamp-3 wrap-anywhere">{title}</span>
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map(({ organisationId, name, isOwn, cells }) => (
            <tr
              key={organisationId}
              role="row"
              className="border-b border-line last:border-b-0 max-sm:block max-sm:space-y-1.5 max-sm:py-3"
            >
              <th
                role="rowheader"
                scope="row"
                className="py-2 pr-5 align-top font-medium max-sm:block max-sm:p-0 sm:w-52"
              >
                <span className="wrap-anywhere">{name}</span>
                {isOwn ? (
                  <span className="ml-2">
                    <Badge>yours</Badge>
                  </span>
                ) : null}
              </th>
              {cells.map((cell) => (
                <StatusCell
                  key={cell.issueNumber}
                  cell={cell}
                  title={cells.length === 1 ? null : (titles.get(cell.issueNumber) ?? null)}
                  note={notes.get(cell.said?.envelopeId ?? "")}
                  now={now}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
