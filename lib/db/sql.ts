import "server-only";
import { Prisma } from "./generated/client.ts";

/** A part of a query with its values, to be put into others; values never become text. */
export const { sql } = Prisma;
export type Sql = Prisma.Sql;
