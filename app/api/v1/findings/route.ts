import { z } from "zod";
import { clientAddress } from "#lib/auth/client-address.ts";
import { limitAddress } from "#lib/auth/rate-limit.ts";
import { anonymous } from "#lib/auth/system-actor.ts";
import { listLists } from "#lib/data/lists.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import { latestDisclosureAt } from "#lib/policy/latest-instant.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { clearFactsSchema, submissionFacts } from "#lib/schema/clear-facts.ts";
import { jsonResponse, malformed, problemResponse, wireFinding } from "../../_answers/problem-response.ts";
import { readJson } from "../../_answers/upload.ts";

const requestSchema = z.strictObject({ answers: clearFactsSchema });

/** What the policy would say of a report with these answers, before anything is sent. Nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  const limited = await limitAddress("findings", clientAddress(request));
  if (!limited.ok) return problemResponse(limited.problem);
  const asked = requestSchema.safeParse(await readJson(request));
  if (!asked.success) return malformed("answers");
  const now = new Date();
  const lists = await listLists(anonymous);
  const list = lists.find(({ name }) => name === asked.data.answers.list) ?? lists[0];
  if (list === undefined) throw new Error("a house without lists");
  const policy = policyOf(list.policyVersion);
  return jsonResponse({
    now,
    latestDisclosureAt: latestDisclosureAt(now, policy),
    findings: findingsOf(submissionFacts(asked.data.answers, now), policy).map(wireFinding),
  });
}
