import { currentRosterOf } from "../_current-roster.ts";

/** The roster as its coordinator signed it, for people and for `gpg --verify`. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const roster = await currentRosterOf(params);
  if (roster === null) return new Response("There is no roster here.\n", { status: 404 });
  return new Response(roster.signedText, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
