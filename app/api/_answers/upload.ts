import type { z } from "zod";
import type { EnvelopeClaims, EnvelopeUpload } from "#lib/schema/submission.ts";

/** The parts of a `multipart/form-data` request, or null where it is none. The HTTP front has bounded its size. */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/** The JSON of a request's body, or undefined where it is none. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** One JSON part parsed with its schema, or null. It may come as a field or as a file. */
export async function readFacts<Facts>(form: FormData, schema: z.ZodType<Facts>): Promise<Facts | null> {
  const entry = form.get("facts");
  if (entry === null) return null;
  try {
    const facts = schema.safeParse(JSON.parse(typeof entry === "string" ? entry : await entry.text()));
    return facts.success ? facts.data : null;
  } catch {
    return null;
  }
}

/** The envelope under a name: `NAME`, `NAME.emptyBody`, and `NAME.part` as often as there are parts. */
export async function readEnvelope(
  form: FormData,
  name: string,
  claims: EnvelopeClaims | undefined,
): Promise<EnvelopeUpload | null> {
  const message = await readBytes(form.get(name));
  if (message === null) return null;
  const parts = await Promise.all(form.getAll(`${name}.part`).map(readBytes));
  return {
    message,
    parts: parts.filter((part) => part !== null),
    emptyBody: await readBytes(form.get(`${name}.emptyBody`)),
    claims: claims ?? null,
  };
}

/** The bytes of a part; armour may be sent as a plain field. Null where there is none or it is empty. */
export async function readBytes(entry: FormDataEntryValue | null): Promise<Uint8Array<ArrayBuffer> | null> {
  if (entry === null) return null;
  const bytes = typeof entry === "string" ? new TextEncoder().encode(entry) : new Uint8Array(await entry.arrayBuffer());
  return bytes.length === 0 ? null : bytes;
}
