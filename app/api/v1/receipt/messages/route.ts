import { takeMessage } from "../../../_answers/message.ts";
import { forReporter } from "../../../_answers/receipt-door.ts";

/** Takes a reporter's sealed answer. */
export async function POST(request: Request): Promise<Response> {
  return forReporter(request, (actor) => takeMessage(request, actor, actor.reportId));
}
