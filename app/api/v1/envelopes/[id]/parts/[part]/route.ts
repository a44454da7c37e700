import { forMember } from "../../../../../_answers/member-door.ts";
import { partResponse } from "../../../../../_answers/parts.ts";

export async function GET(_request: Request, context: { params: Promise<{ id: string; part: string }> }) {
  return forMember((actor) => partResponse(actor, context));
}
