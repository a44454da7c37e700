import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inTurn } from "./in-turn.ts";

let letGo: (() => void)[];
let begun: number;

beforeEach(() => {
  vi.useFakeTimers();
  [letGo, begun] = [[], 0];
});

afterEach(() => {
  vi.useRealTimers();
});

function begin(count: number): readonly Promise<string | null>[] {
  return Array.from({ length: count }, () =>
    inTurn(() => {
      begun += 1;
      return new Promise<string>((resolve) => {
        letGo.push(() => {
          resolve("done");
        });
      });
    }),
  );
}

async function finishAll(all: readonly Promise<unknown>[]): Promise<void> {
  const state = { isOver: false };
  void Promise.allSettled(all).then(() => (state.isOver = true));
  while (!state.isOver) {
    letGo.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  }
}

test("four are under way at once, and each that ends gives its place to the one that has waited longest", async () => {
  const all = begin(6);
  expect(begun).toBe(4);
  letGo.shift()?.();
  expect(await all[0]).toBe("done");
  expect(begun).toBe(5);
  await finishAll(all);
  expect(await Promise.all(all)).toEqual(Array.from({ length: 6 }, () => "done"));
});

test("one that fails gives its place away too", async () => {
  const failing = inTurn(() => Promise.reject(new Error("lost")));
  await expect(failing).rejects.toThrow("lost");
  const all = begin(4);
  expect(begun).toBe(4);
  await finishAll(all);
});

test("whoever has waited twenty seconds is told to come later, and takes no place", async () => {
  const all = begin(5);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await all[4]).toBe(null);
  expect(begun).toBe(4);
  await finishAll(all);
  const again = begin(4);
  expect(begun).toBe(8);
  await finishAll(again);
});

test("two hundred wait, and one more is told to come later at once", async () => {
  const all = begin(4 + 200 + 1);
  expect(await all.at(-1)).toBe(null);
  await finishAll(all);
  expect(begun).toBe(204);
});
