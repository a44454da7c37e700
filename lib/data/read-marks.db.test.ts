import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { reportsCameAt, twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { findMemberFile } from "./case-files.ts";
import { changeReadMark } from "./read-marks.ts";

let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
});

test("what was read stays read where a page that is behind says so later", async () => {
  const { reader } = stage.askers;
  const { reportId } = stage.asked;
  const readUntil = async () => expectOk(await findMemberFile(reader, reportId)).readUntil;
  for (const hours of [8, 9, 7]) await changeReadMark(reader, reportId, addHours(reportsCameAt, hours));
  expect(await readUntil()).toEqual(addHours(reportsCameAt, 9));

  await Promise.all([10, 12, 11].map((hours) => changeReadMark(reader, reportId, addHours(reportsCameAt, hours))));
  expect(await readUntil()).toEqual(addHours(reportsCameAt, 12));
});
