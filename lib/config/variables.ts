import { z } from "zod";

/** Schemas of the environment variables that more than one process reads. */

/** The PostgreSQL database, with a role that owns it and is no superuser. */
export const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a connection string that begins with postgresql://",
});

export const port = z.coerce
  .number({ error: "must be a number between 1 and 65535" })
  .int({ error: "must be a whole number" })
  .min(1, { error: "must be at least 1" })
  .max(65_535, { error: "must be at most 65535" })
  .default(3000);

/** `1` and `0`, and nothing else: a typing error must not open what was to be closed. */
export const yesOrNo = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((text) => text === "1");

/** An origin such as `https://fortnight.example.org`: a scheme and a host, no path. */
export const origin = z
  .url({ protocol: /^https?$/, abort: true, error: "must be an address such as https://fortnight.example.org" })
  .refine((text) => new URL(text).origin === text.replace(/\/$/, ""), { error: "must have no path, query or account" })
  .transform((text) => new URL(text).origin);

/** Signs sessions; at least 32 characters, the same in all web processes of one site. */
export const secret = z.string({ error: "must be set" }).min(32, { error: "must have 32 characters or more" });
