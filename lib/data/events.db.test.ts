import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { reportsCameAt, twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { addHours } from "#lib/base/instant.ts";
import { listEvents, recordEvent } from "./events.ts";

let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
});

test("what happened last is told however often the reporter has changed their address before", async () => {
  const { reader } = stage.askers;
  const { reportId } = stage.asked;
  await askAsSuperuser(
    `insert into "Event" (at, kind, "actorKind", "reportId", facts)
     select now(), 'reply-address-changed', 'reporter', $1, '{}' from generate_series(1, 600)`,
    [reportId],
  );
  await recordEvent(reader, { kind: "report-acknowledged", at: addHours(reportsCameAt, 3), reportId });
  const kinds = (await listEvents(reader, reportId)).map(({ kind }) => kind);
  expect(kinds.slice(-2)).toEqual(["reply-address-changed", "report-acknowledged"]);
});
