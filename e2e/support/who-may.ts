import { request } from "node:http";
import path from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "#lib/db/embedded-database.ts";
import { expectOk } from "#lib/base/result.ts";
import { deriveReceipt, parseReceipt } from "#lib/pgp/receipt.ts";
import { filledIn } from "./built-routes.ts";
import type { Site } from "./own-site.ts";
import type { Question } from "./who-may-table.ts";

/** A report in one of the states that its issue's embargo may be in, with an envelope of it. */
export interface StagedReport {
  readonly id: string;
  readonly handle: string;
  readonly state: string;
  readonly envelopeId: string;
}

/** What somebody sends with each request. */
export type Credentials = Readonly<Record<string, string>>;

/** All that an answer tells, without what changes from one moment to the next and the ids that were asked for. */
export interface Told {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

/** Does something with a running site's database as its superuser. */
export async function asSuperuser<Value>(site: Site, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const server = await startEmbeddedDatabase(path.join(site.folder, "postgres"), "lasting"); // runs: it is taken over
  const client = new pg.Client({ connectionString: server.adminUrl("fortnight") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One report to `distros` of each state that the demo has. */
export function stagedReports(site: Site): Promise<readonly StagedReport[]> {
  return asSuperuser(site, async (client) => {
    const { rows } = await client.query<StagedReport>(`
      select distinct on (state) * from (
        select r.id, r.handle, e.id as "envelopeId", i."embargoState" || case
            when i."withdrawnAt" is not null then ', withdrawn'
            when exists (select 1 from "Posting" p where p."issueId" = i.id) then ', published'
            else '' end as state
        from "Report" r join "List" l on l.id = r."listId" and l.name = 'distros'
        join "Issue" i on i."reportId" = r.id and i.number = 1
        join "Envelope" e on e."reportId" = r.id and e.kind = 'report') as all_of_them
      order by state, handle`);
    return rows;
  });
}

/** Takes a member off `distros`, with all that they hold of its reports: as somebody who was never on it. */
export async function takeOffDistros(site: Site, name: string): Promise<void> {
  await asSuperuser(site, async (client) => {
    await client.query("set session_replication_role = replica");
    const theirs = `"memberId" = (select id from "Member" where name = $1)`;
    const ofDistros = `in (select r.id from "Report" r join "List" l on l.id = r."listId" where l.name = 'distros')`;
    for (const table of ["KeyPacket", "Reader"]) {
      await client.query(`delete from "${table}" where ${theirs} and "reportId" ${ofDistros}`, [name]);
    }
    await client.query(
      `delete from "Subscription" where ${theirs} and "listId" = (select id from "List" where name = 'distros')`,
      [name],
    );
  });
}

/** The header by which a receipt identifies its reporter. */
export async function receiptHeader(code: string): Promise<Credentials> {
  const { lookupId, authenticator } = await deriveReceipt(expectOk(parseReceipt(code)));
  return { authorization: `Receipt ${lookupId}.${authenticator}` };
}

/** Puts a question to a site. */
export async function ask(site: Site, question: Question, ids: Ids, credentials: Credentials): Promise<Told> {
  const place = filledIn(question.route, examplesOf(question.route, ids));
  const { status, headers, text } = await send(site, question, place, credentials);
  const location = headers.location ?? "";
  const kept = [...headers.kept, text].join("\n");
  return { status, location: withoutMoment(location, ids), text: withoutMoment(kept, ids) };
}

export type Ids = Pick<StagedReport, "id" | "envelopeId">;

function examplesOf(route: string, { id, envelopeId }: Ids): Readonly<Record<string, string>> {
  const examples = { name: "distros", part: "0", nextauth: "csrf", file: `${"x".repeat(43)}.ics` };
  return { ...examples, id: route.includes("envelopes") ? envelopeId : id };
}

interface RawAnswer {
  readonly status: number;
  readonly headers: { readonly location: string | undefined; readonly kept: readonly string[] };
  readonly text: string;
}

function send(site: Site, { method, body }: Question, place: string, credentials: Credentials): Promise<RawAnswer> {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  const { host, port } = new URL(site.origin);
  const from = { localAddress: nextAddress(), family: 4 };
  return new Promise((resolve, reject) => {
    const sending = request(
      `http://127.0.0.1:${port}${place}`,
      { method, ...from, headers: { host, origin: site.origin, ...json, ...credentials } },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("end", () => {
          const kept = response.rawHeaders.flatMap((name, at) =>
            at % 2 === 0 && !/^(?:date|keep-alive|connection)$/i.test(name)
              ? [`${name}: ${response.rawHeaders[at + 1] ?? ""}`]
              : [],
          );
          const headers = { location: response.headers.location, kept };
          resolve({ status: response.statusCode ?? 0, headers, text: Buffer.concat(pieces).toString() });
        });
      },
    );
    sending.on("error", reject);
    sending.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

let lastAddress = 0;

/** Another address of this machine for each request: so many from one would be asked to wait. */
export function nextAddress(): string {
  lastAddress += 1;
  return `127.1.${String(lastAddress >> 8)}.${String(lastAddress & 255)}`;
}

/**
 * Nonces, instants and the ids that were asked for differ between any two answers, and so does the order in which React
 * streams a page's rows: of them the strings alone are kept, in alphabetical order.
 */
function withoutMoment(text: string, { id, envelopeId }: Ids): string {
  const nonces = new Set([...text.matchAll(/'nonce-([^']+)'/g)].map(([, nonce = ""]) => nonce));
  const plain = [...nonces]
    .reduce((without, nonce) => without.replaceAll(nonce, "NONCE"), text)
    .replaceAll(id, "ID")
    .replaceAll(envelopeId, "ID")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT");
  const rows: string[] = [];
  const rest = plain.replaceAll(/<script[^>]*>self\.__next_f\.push\((.*?)\)<\/script>/g, (_script, row: string) => {
    rows.push((JSON.parse(row) as readonly [number, string?])[1] ?? "");
    return "";
  });
  const strings = [...rows.join("").matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, each = ""]) => each);
  const kept = strings.filter((each) => !/^\$[0-9a-zL@]+$/.test(each));
  return [rest, ...kept.sort()].join("\n");
}
