/** How many reports this process judges and stores at once. */
const atOnce = 4;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Does `work` once fewer than a few others are under way. Two hundred reports that come at once and are judged side by side
 * hold up one another's transactions until none is in time; in turn they take what they take.
 */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running === atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next(); // whoever waited takes the place as it is
  }
}
