import { countText } from "#components/ui/count-text.ts";
import { statusCounts, type MatrixRow } from "./matrix.ts";

export interface StatusCountsProps {
  readonly rows: readonly MatrixRow[];
  readonly titles: ReadonlyMap<number, string>;
}

/** How many have answered, and how many are silent: a sentence an issue. */
export function StatusCounts({ rows, titles }: StatusCountsProps) {
  return (
    <div className="mt-5 mb-2 text-sm">
      {[...titles].map(([number, title]) => {
        const { answered, opened, notOpened } = statusCounts(rows, number);
        return (
          <p key={number}>
            {titles.size === 1 ? null : <span className="font-medium">{title}: </span>}
            {answered} of {countText(rows.length, "organisation")} {answered === 1 ? "has" : "have"} answered; {opened}{" "}
            opened it without a word, {notOpened} did not open it yet.
          </p>
        );
      })}
      <p className="text-muted">No answer says nothing: it is not “not affected”.</p>
    </div>
  );
}
