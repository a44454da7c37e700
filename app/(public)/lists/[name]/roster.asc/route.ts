import { keyringForGpg } from "#lib/workflow/messages-for-gpg.ts";
import { currentRosterOf } from "../_current-roster.ts";

/** All readers' certificates as one armoured keyring, for `gpg --import`. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const roster = await currentRosterOf(params);
  if (roster === null) return new Response("There is no roster here.\n", { status: 404 });
  return new Response(keyringForGpg(roster), {
    headers: { "content-type": "application/pgp-keys", "content-disposition": 'attachment; filename="roster.asc"' },
  });
}
