import type { ActionQuestion } from "./action-table.ts";
import type { BuiltAction } from "./built-routes.ts";
import { sendBody } from "./send-body.ts";
import type { Site } from "./own-site.ts";
import { asSuperuser, nextAddress, type Credentials } from "./who-may.ts";

/** What the words in a question's fields stand for. */
export type ActionIds = Readonly<Record<"MEMBER" | "ORGANISATION" | "LIST", string>>;

/** The only coordinator, an organisation and a list. */
export function idsThere(site: Site): Promise<ActionIds> {
  return asSuperuser(site, async (client) => {
    const { rows } = await client.query<ActionIds>(`
      select (select id from "Member" where "isCoordinator" and "removedAt" is null) as "MEMBER",
        (select id from "Organisation" where name = 'Debian') as "ORGANISATION",
        (select id from "List" where name = 'distros') as "LIST"`);
    const [ids] = rows;
    if (ids === undefined) throw new Error("the demo has nobody");
    return ids;
  });
}

export function idsOfNothing(): ActionIds {
  return { MEMBER: crypto.randomUUID(), ORGANISATION: crypto.randomUUID(), LIST: crypto.randomUUID() };
}

/** All that a site tells who posts an action's form, without the ids that were asked for. */
export async function askAction(
  site: Site,
  { id, route }: BuiltAction,
  { fields }: ActionQuestion,
  { ids, credentials }: { readonly ids: ActionIds; readonly credentials: Credentials },
): Promise<{ readonly status: number | null; readonly text: string }> {
  const form = new FormData(); // as React writes the arguments of a call: a state, and a form whose fields come first
  for (const [name, value] of Object.entries(fields))
    form.set(
      `_1_${name}`,
      typeof value === "string" ? (Object.entries(ids).find(([word]) => word === value)?.[1] ?? value) : value,
    );
  form.set("0", JSON.stringify([null, "$K1"]));
  const encoded = new Response(form);
  const { status, text } = await sendBody(`${site.origin}${route}`, {
    method: "POST",
    headers: {
      ...credentials,
      "next-action": id,
      "content-type": encoded.headers.get("content-type") ?? "",
    },
    body: [new Uint8Array(await encoded.arrayBuffer())],
    from: nextAddress(),
  });
  return { status, text: Object.values(ids).reduce((plain, each) => plain.replaceAll(each, "ID"), text) };
}
