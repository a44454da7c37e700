import { isAnswer, type OrganisationStatusName } from "#lib/embargo/organisation-status.ts";
import { unmerged } from "#components/embargo/issue-standing.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ShownStatus } from "#lib/schema/issue-response.ts";

/** Where one organisation stands with one issue. */
export interface MatrixCell {
  readonly issueNumber: number;
  readonly status: OrganisationStatusName;
  /** What was said or seen; null where nothing was. */
  readonly said: ShownStatus | null;
}

export interface MatrixRow {
  readonly organisationId: string;
  readonly name: string;
  readonly isOwn: boolean;
  /** One an issue, in the order of these. */
  readonly cells: readonly MatrixCell[];
}

type MatrixPage = Pick<
  ReportPage,
  "issues" | "statuses" | "organisations" | "members" | "viewerId" | "viewerOrganisationId"
>;

/** Organisations and issues: the viewer's own organisation first, the others by name. */
export function matrixRows(page: MatrixPage): readonly MatrixRow[] {
  const { statuses, viewerOrganisationId } = page;
  const numbers = unmerged(page.issues).map(({ number }) => number);
  const others = page.organisations
    .filter(({ id }) => id !== viewerOrganisationId)
    .toSorted((left, right) => left.name.localeCompare(right.name, "en"));
  return [{ id: viewerOrganisationId, name: ownName(page) }, ...others].map(({ id, name }) => ({
    organisationId: id,
    name,
    isOwn: id === viewerOrganisationId,
    cells: numbers.map((issueNumber) => {
      const said =
        statuses.find((status) => status.organisationId === id && status.issueNumber === issueNumber) ?? null;
      return { issueNumber, status: said?.status ?? "not-opened", said };
    }),
  }));
}

/** Also where the viewer's organisation is not of this list: they were let in, or the discussion has moved. */
function ownName({ organisations, members, viewerId, viewerOrganisationId }: MatrixPage): string {
  const ofList = organisations.find(({ id }) => id === viewerOrganisationId)?.name;
  return ofList ?? members.find(({ id }) => id === viewerId)?.organisation ?? "Your organisation";
}

export interface StatusCounts {
  readonly answered: number;
  /** Opened, and nothing said. */
  readonly opened: number;
  readonly notOpened: number;
}

/** How many organisations have answered for an issue, and how many are silent. */
export function statusCounts(rows: readonly MatrixRow[], issueNumber: number): StatusCounts {
  const statuses = rows.flatMap(({ cells }) => cells.filter((cell) => cell.issueNumber === issueNumber));
  return {
    answered: statuses.filter(({ status }) => isAnswer(status)).length,
    opened: statuses.filter(({ status }) => status === "opened").length,
    notOpened: statuses.filter(({ status }) => status === "not-opened").length,
  };
}
