import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { reportsCameAt, twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { addHours } from "#lib/base/instant.ts";
import { changeReadMark, findReadMark } from "./read-marks.ts";

let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
});

test("what was read stays read where a page that is behind says so later", async () => {
  const { reader } = stage.askers;
  const { reportId } = stage.asked;
  const newest = addHours(reportsCameAt, 9);
  for (const hours of [8, 9, 7]) await changeReadMark(reader, reportId, addHours(reportsCameAt, hours));
  expect(await findReadMark(reader, reportId)).toEqual(newest);

  await Promise.all([10, 12, 11].map((hours) => changeReadMark(reader, reportId, addHours(reportsCameAt, hours))));
  expect(await findReadMark(reader, reportId)).toEqual(addHours(reportsCameAt, 12));
});
