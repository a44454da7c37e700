import { forMemberOfReport } from "../../../../_answers/member-door.ts";
import { takeMessage } from "../../../../_answers/message.ts";

/** Takes a member's sealed message, made in the browser or by gpg. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfReport(context, (actor, id) => takeMessage(request, actor, id));
}
