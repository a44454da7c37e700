import { partResponse } from "../../../../../../_answers/parts.ts";
import { forReporter } from "../../../../../../_answers/receipt-door.ts";

export async function GET(request: Request, context: { params: Promise<{ id: string; part: string }> }) {
  return forReporter(request, (actor) => partResponse(actor, context));
}
