import { z } from "zod";
import { fingerprintSchema } from "./id.ts";

const rosterTextSchema = z.object({
  readers: z.array(z.object({ name: z.string(), organisation: z.string(), fingerprint: fingerprintSchema })),
});

export type RosterTextReader = z.output<typeof rosterTextSchema>["readers"][number];

/** Whom the text of a roster names, in its order; null where it is no such text. Nothing of it is verified. */
export function readersOfRosterText(text: string): readonly RosterTextReader[] | null {
  try {
    const parsed = rosterTextSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.readers : null;
  } catch {
    return null;
  }
}
