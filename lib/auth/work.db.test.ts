import { beforeAll, describe, expect, test } from "vitest";
import { freshAddress } from "#e2e/support/api-request.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { solvePuzzle } from "#e2e/support/solve-puzzle.ts";
import { wholeDatabase } from "#e2e/support/whole-database.ts";
import { minuteMs } from "#lib/base/instant.ts";
import { askForWork, workBits, type Puzzle } from "./work.ts";

const now = new Date("2026-11-02T09:00:00Z");
const reportsAnHour = 10;

beforeAll(async () => {
  await freshDatabase();
});

function send(address: string, solution: string | null = null, at = now) {
  return askForWork("report", address, solution, at);
}

/** An address above its limit, and the puzzle that it is given. */
async function floodedAddress(): Promise<{ address: string; puzzle: Puzzle }> {
  const address = freshAddress();
  for (let times = 0; times < reportsAnHour; times += 1) expect(await send(address)).toEqual({ ok: true });
  return { address, puzzle: await puzzleOf(address) };
}

async function puzzleOf(address: string, solution: string | null = null, at = now): Promise<Puzzle> {
  const answer = await send(address, solution, at);
  if (answer.ok) throw new Error("no work was asked for");
  expect(answer.problem.code).toBe("WORK_REQUIRED");
  expect(answer.problem.facts.retryAfterSeconds).toBeGreaterThan(0);
  return answer.puzzle;
}

const rightly = ({ puzzle }: Puzzle) => solvePuzzle(puzzle, (bits) => bits >= workBits);

describe("above ten reports an hour from one address", () => {
  test("each sender is asked for some work, and whoever does it gets in, once", async () => {
    const { address, puzzle } = await floodedAddress();
    expect(puzzle.bits).toBe(17);
    const solution = rightly(puzzle);
    expect(await send(address, solution)).toEqual({ ok: true });
    await puzzleOf(address, solution);
  });

  test("a solution is good at another address too, since Tor changes them, and still only once", async () => {
    const [one, other] = [await floodedAddress(), await floodedAddress()];
    const solution = rightly(one.puzzle);
    expect(await send(other.address, solution)).toEqual({ ok: true });
    await puzzleOf(one.address, solution);
    await puzzleOf(other.address, solution);
  });

  test("two who hand in the same solution at the same moment get in once", async () => {
    const { address, puzzle } = await floodedAddress();
    const solution = rightly(puzzle);
    const answers = await Promise.all([send(address, solution), send(address, solution), send(address, solution)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("too little work, none, and work on somebody else's puzzle do not count", async () => {
    const { address, puzzle } = await floodedAddress();
    await puzzleOf(
      address,
      solvePuzzle(puzzle.puzzle, (bits) => bits === workBits - 1),
    );
    await puzzleOf(address, "");
    await puzzleOf(address, `${puzzle.puzzle}:`);
    const forged = { ...puzzle, puzzle: puzzle.puzzle.replace(/^./, (first) => (first === "A" ? "B" : "A")) };
    await puzzleOf(address, rightly(forged));
    const [random, expires, mark] = puzzle.puzzle.split(".");
    const longer = `${random ?? ""}.${String(Number(expires) + minuteMs)}.${mark ?? ""}`;
    await puzzleOf(address, rightly({ ...puzzle, puzzle: longer }));
  });

  test("a puzzle is good for ten minutes", async () => {
    const { address, puzzle } = await floodedAddress();
    const solution = rightly(puzzle);
    await puzzleOf(address, solution, new Date(now.getTime() + 10 * minuteMs));
    expect(await send(address, solution, new Date(now.getTime() + 10 * minuteMs - 1))).toEqual({ ok: true });
  });

  test("nobody at another address is asked for anything", async () => {
    await floodedAddress();
    expect(await send(freshAddress())).toEqual({ ok: true });
  });

  test("no address is stored", async () => {
    const { address } = await floodedAddress();
    expect(await wholeDatabase()).not.toContain(address);
  });
});

test("messages have a wider limit of their own", async () => {
  const address = freshAddress();
  for (let times = 0; times < 60; times += 1)
    expect(await askForWork("message", address, null, now)).toEqual({ ok: true });
  expect(await askForWork("message", address, null, now)).toMatchObject({ problem: { code: "WORK_REQUIRED" } });
  expect(await send(address)).toEqual({ ok: true });
});
