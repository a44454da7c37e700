import type { z } from "zod";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are missing or wrong: one sentence for each. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/**
 * The settings of one process, out of environment variables.
 *
 * @throws {SettingsError} one sentence for each variable that is missing or wrong. It never repeats a value: some are secret.
 */
export function parseEnvironment<Schema extends z.ZodType>(schema: Schema, environment: Environment): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;

  const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new SettingsError(sentences.join("\n"));
}
