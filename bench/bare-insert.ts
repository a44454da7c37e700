import pg from "pg";
import { inTurns } from "#e2e/support/in-turns.ts";

/** What one report leaves behind, by table, in an order in which each row finds those that it speaks of. */
const tables = [
  ["Report", "id"],
  ["Issue", "reportId"],
  ["EmbargoRecord", "reportId"],
  ["CaseRecord", "reportId"],
  ["Envelope", "reportId"],
  ["EnvelopePart", "envelopeId"],
  ["Reader", "reportId"],
  ["KeyPacket", "reportId"],
  ["Event", "reportId"],
  ["Obligation", "reportId"],
] as const;

interface StoredRow {
  readonly table: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** All rows of one report that came last, as PostgreSQL gives them. */
export async function rowsOfLastReport(client: pg.Client): Promise<readonly StoredRow[]> {
  const { rows } = await client.query<{ id: string }>(`select id from "Report" order by "receivedAt" desc limit 1`);
  const reportId = rows[0]?.id;
  const found: StoredRow[] = [];
  for (const [table, column] of tables) {
    const where =
      column === "envelopeId"
        ? `"envelopeId" in (select id from "Envelope" where "reportId" = $1)`
        : `"${column}" = $1`;
    const ofTable = await client.query<Record<string, unknown>>(`select * from "${table}" where ${where}`, [reportId]);
    found.push(...ofTable.rows.map((columns) => ({ table, columns })));
  }
  return found;
}

/**
 * Inserts the rows of one report again and again under new ids, each time in one transaction with one plain statement a
 * table, and nothing judged: what storing a report costs at least.
 *
 * @returns How many reports a second.
 */
export async function bareInsertsASecond(adminUrl: string, times: number, connections: number): Promise<number> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: adminUrl }));
  for (const client of clients) await client.connect();
  try {
    const [first] = clients;
    const rows = first === undefined ? [] : await rowsOfLastReport(first);
    const reports = Array.from({ length: times }, () => underNewIds(rows));
    const free = [...clients];
    const began = performance.now();
    await inTurns(reports, connections, async (report) => {
      const client = free.pop();
      if (client === undefined) throw new Error("more turns than connections");
      await insert(client, report);
      free.push(client);
    });
    return (times * 1000) / (performance.now() - began);
  } finally {
    for (const client of clients) await client.end();
  }
}

/** The names of rows that no two reports may share, each made anew. What else a row points to stays. */
function underNewIds(rows: readonly StoredRow[]): readonly StoredRow[] {
  const own = new Map<unknown, unknown>();
  for (const { table, columns } of rows) {
    if (table === "Report")
      for (const name of ["handle", "receiptLookupId"]) own.set(columns[name], crypto.randomUUID());
    for (const name of ["id", "submissionId"])
      if (typeof columns[name] === "string") own.set(columns[name], own.get(columns[name]) ?? crypto.randomUUID());
  }
  return rows.map(({ table, columns }) => ({
    table,
    columns: Object.fromEntries(
      Object.entries(columns)
        .filter(([name]) => table !== "Event" || name !== "id") // the one id that PostgreSQL gives
        .map(([name, value]) => [name, own.get(value) ?? (name === "facts" ? JSON.stringify(value) : value)]),
    ),
  }));
}

async function insert(client: pg.Client, rows: readonly StoredRow[]): Promise<void> {
  await client.query("begin");
  await client.query("select set_config('fortnight.actor', 'reporter', true)"); // the triggers ask who writes
  for (const [table] of tables) {
    const ofTable = rows.filter((row) => row.table === table).map(({ columns }) => columns);
    const names = Object.keys(ofTable[0] ?? {});
    if (names.length === 0) continue;
    const places = ofTable.map(
      (_, row) => `(${names.map((__, at) => `$${String(row * names.length + at + 1)}`).join()})`,
    );
    const values = ofTable.flatMap((columns) => names.map((name) => columns[name]));
    await client.query(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join()}) values ${places.join()}`,
      values,
    );
  }
  await client.query("commit");
}
