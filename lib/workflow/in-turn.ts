/** How many reports this process judges and stores at once. */
const atOnce = 4;

/** How many more may wait, and for how long: whoever sends would sooner hear "later" than nothing. */
const maximumWaiting = 200;
const maximumWaitMs = 20_000;

let running = 0;
const waiting = new Set<() => void>();

/**
 * Does `work` once fewer than a few others are under way, and answers null where its turn does not come in time. Two hundred
 * reports that come at once and are judged side by side hold up one another's transactions until none is in time; in turn
 * they take what they take.
 */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value | null> {
  if (running === atOnce) {
    if (waiting.size === maximumWaiting || !(await turnComes())) return null;
  } else running += 1;
  try {
    return await work();
  } finally {
    const [next] = waiting;
    if (next === undefined) running -= 1;
    else next(); // whoever waited takes the place as it is
  }
}

function turnComes(): Promise<boolean> {
  return new Promise((resolve) => {
    const leave = (isTurn: boolean) => {
      clearTimeout(givingUp);
      waiting.delete(comes);
      resolve(isTurn);
    };
    const comes = () => {
      leave(true);
    };
    const givingUp = setTimeout(leave, maximumWaitMs, false);
    waiting.add(comes);
  });
}
