import { expect, test } from "vitest";
import type { MemberId, OrganisationId } from "#lib/base/id.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { matrixRows, statusCounts } from "./matrix.ts";

const debian = "debian" as OrganisationId;
const ubuntu = "ubuntu" as OrganisationId;
const alt = "alt" as OrganisationId;
const dora = "dora" as MemberId;
const changedAt = new Date("2026-11-03T08:00:00Z");

const issue = (number: number, mergedAt: Date | null = null) => ({ number, mergedAt }) as ReportPage["issues"][number];

const said = (organisationId: OrganisationId, status: "opened" | "affected", issueNumber = 1) => ({
  organisationId,
  issueNumber,
  status,
  changedAt,
  memberName: null,
  envelopeId: null,
});

const page = {
  issues: [issue(1), issue(2), issue(3, changedAt)],
  statuses: [said(ubuntu, "affected"), said(debian, "opened", 2), said(alt, "affected", 3)],
  organisations: [
    { id: ubuntu, name: "Ubuntu" },
    { id: debian, name: "Debian" },
    { id: alt, name: "ALT Linux" },
  ],
  members: [{ id: dora, name: "Dora Demo", organisation: "Debian", fingerprint: null }],
  viewerId: dora,
  viewerOrganisationId: debian,
};

test("one's own organisation stands first, then the others by name, with an entry for each issue that stands", () => {
  const rows = matrixRows(page);
  expect(rows.map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ["Debian", true],
    ["ALT Linux", false],
    ["Ubuntu", false],
  ]);
  expect(rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual([
    ["not-opened", "opened"],
    ["not-opened", "not-opened"],
    ["affected", "not-opened"],
  ]);
});

test("silence is counted as silence, opened or not", () => {
  expect(statusCounts(matrixRows(page), 1)).toEqual({ answered: 1, opened: 0, notOpened: 2 });
  expect(statusCounts(matrixRows(page), 2)).toEqual({ answered: 0, opened: 1, notOpened: 2 });
});

test("a reader whose organisation is not of the list has a row all the same", () => {
  const rows = matrixRows({ ...page, organisations: page.organisations.filter(({ id }) => id !== debian) });
  expect(rows[0]).toMatchObject({ name: "Debian", isOwn: true });
  expect(rows).toHaveLength(3);
});
