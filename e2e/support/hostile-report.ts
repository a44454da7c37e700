import { z } from "zod";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { grant, type ReaderCertificate } from "#lib/pgp/grant.ts";
import { sealBody } from "#lib/pgp/seal.ts";
import { newSessionKey } from "#lib/pgp/session-key.ts";
import { clearFactsSchema } from "#lib/schema/clear-facts.ts";
import { rosterResponseSchema } from "#lib/schema/roster-response.ts";
import { usualAnswers } from "#prisma/seed/demo-report.ts";
import { bodyAround } from "./bombs.ts";
import { solvePuzzle } from "./solve-puzzle.ts";

/** What is sealed: a MIME entity, or OpenPGP packets as they are, which a careful program would not write. */
export type Hostile = { readonly entity: string } | { readonly packets: Uint8Array };

/** Who reports by the API, with a program of their own, and says what a page could not. */
export interface HostileReporter {
  readonly handle: string;
  /** A code that only identifies, for an `Authorization` header. */
  readonly receipt: string;
  readonly sendMessage: (hostile: Hostile) => Promise<void>;
}

/** Sends a report to the list `distros` of a site. The server cannot tell: it sees packets for the right readers. */
export async function reportHostile(origin: string, hostile: Hostile): Promise<HostileReporter> {
  const made = await post(`${origin}/api/v1/reports`, reportForm(await sealHostile(origin, hostile)));
  const { handle, receipt } = made as { readonly handle: string; readonly receipt: string };
  return {
    handle,
    receipt,
    async sendMessage(next) {
      const message = messageForm(await sealHostile(origin, next));
      await post(`${origin}/api/v1/receipt/messages`, message, { authorization: `Receipt ${receipt}` });
    },
  };
}

/** Whom a report to `distros` is sealed to. */
export async function readersAt(origin: string): Promise<readonly ReaderCertificate[]> {
  const answer = await fetch(`${origin}/api/v1/lists/distros/roster`);
  return rosterResponseSchema.parse(await answer.json()).roster?.readers ?? [];
}

/** A message to all of them. */
export async function sealHostile(origin: string, hostile: Hostile): Promise<Uint8Array<ArrayBuffer>> {
  const [sessionKey, at] = [newSessionKey(), new Date()];
  const readers = await readersAt(origin);
  const granted = await Promise.all(readers.map((reader) => grant({ sessionKey, reader, at })));
  const body =
    "entity" in hostile ? await sealBody(utf8(hostile.entity), sessionKey) : bodyAround(hostile.packets, sessionKey);
  return concatBytes(...granted.map((each) => expectOk(each).bytes), body);
}

export interface ReportFormParts {
  /** Of who sends it. */
  readonly certificate?: Uint8Array<ArrayBuffer>;
  readonly submissionId?: string;
}

/** A report within policy around a message. */
export function reportForm(
  report: Uint8Array<ArrayBuffer>,
  { certificate, submissionId }: ReportFormParts = {},
): FormData {
  const answers = { ...usualAnswers, list: "distros", proposedDisclosureAt: addDays(new Date(), 5) };
  const form = new FormData();
  form.set("facts", JSON.stringify({ submissionId, answers: clearFactsSchema.encode(answers) }));
  form.set("report", new Blob([report]));
  if (certificate !== undefined) form.set("certificate", new Blob([certificate]));
  return form;
}

export function messageForm(envelope: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.set("facts", "{}");
  form.set("envelope", new Blob([envelope]));
  return form;
}

/** Sends a form, and does the computing that the site asks for where much has come from this machine before. */
async function post(address: string, body: FormData, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { origin } = new URL(address);
  const answer = await fetch(address, { method: "POST", headers: { ...headers, origin }, body });
  if (answer.status === 201) return answer.json();
  const text = await answer.text();
  const work = headers[workHeader] === undefined ? workOf(text) : null;
  if (work === null) throw new Error(`the site answered ${String(answer.status)}: ${text}`);
  const solution = solvePuzzle(work.puzzle, (bits) => bits >= work.bits);
  return post(address, body, { ...headers, [workHeader]: solution });
}

const workHeader = "fortnight-work";

function workOf(text: string): z.output<typeof asked>["work"] | null {
  const parsed = asked.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data.work : null;
}

const asked = z.object({ work: z.object({ puzzle: z.string(), bits: z.int() }) });
