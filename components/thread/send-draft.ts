import { ok, type Result } from "#lib/base/result.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { UploadOptions } from "#components/request/upload.ts";

/** What somebody wrote, not yet sealed. */
export interface MessageDraft {
  readonly text: string;
  readonly files: readonly File[];
  /** Its own, where it was prepared with one; otherwise it answers the report's. */
  readonly subject?: string;
}

/** A draft as it leaves the browser, with the submission id by which the portal knows a repeat. */
export interface SealedDraft {
  readonly draft: MessageDraft;
  readonly form: FormData;
}

export interface DraftRoad {
  readonly seal: (draft: MessageDraft, signal: AbortSignal) => Promise<Result<FormData, ShownProblem>>;
  readonly post: (form: FormData, options: UploadOptions) => Promise<Result<unknown, ShownProblem>>;
}

export interface SendOptions extends UploadOptions {
  readonly signal: AbortSignal;
  /** What an earlier try has sealed: the same bytes are sent again, so that the portal stores them once. */
  readonly earlier: SealedDraft | null;
  /** Sealing is done, sending begins. */
  readonly onSealed: (sealed: SealedDraft) => void;
}

/**
 * Seals a draft and sends it. Where the roster has changed in between, it is sealed anew to the new one, once: the
 * person asked for the list's readers, whoever they are today.
 */
export async function sendDraft(
  draft: MessageDraft,
  { seal, post }: DraftRoad,
  { earlier, onSealed, ...options }: SendOptions,
): Promise<Result<null, ShownProblem>> {
  let kept = earlier?.draft === draft ? earlier : null;
  for (let attempt = 1; ; attempt += 1) {
    if (kept === null) {
      const form = await seal(draft, options.signal);
      if (!form.ok) return form;
      kept = { draft, form: form.value };
    }
    onSealed(kept);
    const posted = await post(kept.form, options);
    if (posted.ok) return ok(null);
    if (posted.problem.code !== "ROSTER_OUTDATED" || attempt > 1) return posted;
    kept = null;
  }
}
