import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma } from "./generated/client.ts";
import { prismaClient } from "./client.ts";

/** A piece of work that is written as a whole, whoever acts in it. */
interface Whole {
  /** Runs parts one after the other: they share a connection, on which only one can ask at a time. */
  readonly inTurn: <Value>(part: (transaction: Prisma.TransactionClient) => Promise<Value>) => Promise<Value>;
}

const wholes = new AsyncLocalStorage<Whole>();

/** The whole that this code is part of, or undefined. */
export function currentWhole(): Whole | undefined {
  return wholes.getStore();
}

/** More than the furnishing of a house takes on a slow machine. */
const maximumWholeMs = 600_000;

/**
 * Does `work`, in which people of every kind may act, so that all of it is written or nothing: PostgreSQL itself forgets
 * it where this process is killed on the way. For the seed alone; a request has one actor and one transaction.
 */
export async function asOneWhole<Value>(work: () => Promise<Value>): Promise<Value> {
  return prismaClient().$transaction(
    async (transaction) => {
      let last: Promise<unknown> = Promise.resolve();
      const whole: Whole = {
        inTurn: (part) => {
          const turn = last.then(() => part(transaction));
          last = turn.catch(() => undefined); // whoever asked for it is told
          return turn;
        },
      };
      return wholes.run(whole, work);
    },
    { timeout: maximumWholeMs },
  );
}
