import { changeNoticesToRead } from "#lib/data/notices.ts";
import { readUntilSchema } from "#lib/schema/notices-response.ts";
import { malformed, noContent } from "../../../_answers/problem-response.ts";
import { forReporter } from "../../../_answers/receipt-door.ts";
import { readJson } from "../../../_answers/upload.ts";

/** Marks the reporter's notices as read, up to the newest that was shown. */
export async function POST(request: Request): Promise<Response> {
  return forReporter(request, async (actor) => {
    const given = readUntilSchema.safeParse(await readJson(request));
    if (!given.success) return malformed("until");
    await changeNoticesToRead(actor, given.data.until, new Date());
    return noContent();
  });
}
