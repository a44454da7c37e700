import type { EnvelopeId } from "#lib/base/id.ts";
import { ok, type Result } from "#lib/base/result.ts";
import { acceptedMessageSchema } from "#lib/schema/member-requests.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { upload } from "#components/request/upload.ts";
import { rosterToSendTo } from "#components/sealing/roster-to-send-to.ts";
import { sealMessage, type MessageSealing } from "#components/sealing/sealed-message.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { fieldsOfNote, type Note } from "./note.ts";

export interface NoteRoad extends Pick<MessageSealing, "vault" | "signer"> {
  readonly reportId: string;
  readonly listName: string;
  /** The roster that was shown, and whose signer was accepted. */
  readonly trusted: TrustedRoster;
}

/**
 * Seals a note to the list's readers of this moment, and to nobody else, and stores it: a step then names its envelope.
 * Where the roster has changed in between it is sealed anew, once.
 */
export async function storeNote(
  note: Note,
  subject: string,
  { reportId, listName, trusted, vault, signer }: NoteRoad,
): Promise<Result<EnvelopeId, ShownProblem>> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await rosterToSendTo(listName, trusted);
    if (!current.ok) return current;
    const outgoing = { kind: "status", subject, text: "", fields: fieldsOfNote(note), files: [] } as const;
    const { signal } = new AbortController();
    const sealing = { vault, trusted: current.value, reporterCertificates: [], signer, signal };
    const form = await sealMessage(outgoing, sealing);
    if (!form.ok) return form;
    const stored = await upload(`/api/v1/reports/${reportId}/messages`, form.value, acceptedMessageSchema);
    if (stored.ok) return ok(stored.value.id);
    if (stored.problem.code !== "ROSTER_OUTDATED" || attempt > 1) return stored;
  }
}
