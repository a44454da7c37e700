"use client";

import { useEffect, useState, type ReactNode } from "react";
import { AttachmentsField } from "#components/sealing/attachments-field.tsx";
import { attachmentsProblem } from "#components/sealing/attachment-files.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { withPrepared, type PreparedMessage } from "./prepared-message.ts";
import type { DraftRoad, MessageDraft } from "./send-draft.ts";
import { SendingProgress } from "./sending-progress.tsx";
import { useLeaveWarning, useLinkWarning } from "./use-leave-warning.ts";
import { useSending } from "./use-sending.ts";

export interface MessageComposerProps extends DraftRoad {
  /** Distinguishes the controls of several composers on one page. */
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** To whom it will be encrypted, and by whom it will be signed: a sentence or two. */
  readonly audience: ReactNode;
  /** Put into the draft, and the focus with it, each time that it is another one. */
  readonly prepared?: PreparedMessage | null;
  /** Something was stored: the thread should be fetched again. */
  readonly onSent: () => void;
}

const emptyDraft: MessageDraft = { text: "", files: [] };

/** Writes a message to a thread; it leaves the browser encrypted, in as many tries as it takes, once. */
export function MessageComposer(props: MessageComposerProps) {
  const { id, label, hint, audience, seal, post, prepared = null, onSent } = props;
  const [draft, setDraft] = usePreparedDraft(`${id}-text`, prepared);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const sending = useSending({ seal, post }, () => {
    setDraft(emptyDraft);
    onSent();
  });
  const { state } = sending;
  const isBusy = state.step === "sealing" || state.step === "sending";
  const wouldLose = draft.text.trim() !== "" || draft.files.length > 0;
  useLeaveWarning(wouldLose);
  useLinkWarning(wouldLose);

  function change(next: Partial<MessageDraft>) {
    setDraft({ ...draft, ...next });
    setProblem(null);
    if (state.step === "sent") sending.begin();
  }

  function submit() {
    const found = draftProblem(draft);
    setProblem(found);
    if (found === null) void sending.send(draft);
  }

  const shown = problem ?? (state.step === "writing" ? state.problem : null);
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) submit();
      }}
    >
      {draft.subject === undefined ? null : (
        <TextField
          id={`${id}-subject`}
          label="Subject"
          hint="Sealed with the text."
          readOnly={isBusy}
          value={draft.subject}
          onChange={(event) => {
            change({ subject: event.target.value });
          }}
        />
      )}
      {/* No `name`: a field without one is in no form submission, whatever happens to the script. */}
      <TextArea
        id={`${id}-text`}
        label={label}
        hint={hint}
        rows={8}
        mono
        spellCheck
        readOnly={isBusy}
        value={draft.text}
        onChange={(event) => {
          change({ text: event.target.value });
        }}
      />
      <AttachmentsField
        id={`${id}-files`}
        files={draft.files}
        onChange={(files) => {
          if (!isBusy) change({ files });
        }}
      />
      <div className="max-w-prose text-sm text-muted">{audience}</div>
      {shown === null ? null : (
        <Notice tone="refusal" role="alert" title={shown.wrong}>
          <p>{shown.mend}</p>
        </Notice>
      )}
      {isBusy ? (
        <SendingProgress id={`${id}-progress`} state={state} onCancel={sending.cancel} />
      ) : (
        <Button type="submit" variant="primary" icon="lock">
          Encrypt and send
        </Button>
      )}
      <p role="status" className="font-medium text-success empty:hidden">
        {state.step === "sent" ? "Sent: it is in the thread above." : ""}
      </p>
    </form>
  );
}

/** A draft into which prepared messages are put as they come. */
function usePreparedDraft(textId: string, prepared: PreparedMessage | null) {
  const [draft, setDraft] = useState(emptyDraft);
  const [taken, setTaken] = useState<PreparedMessage | null>(null);
  if (prepared !== taken) {
    setTaken(prepared);
    if (prepared !== null) setDraft(withPrepared(draft, prepared));
  }
  useEffect(() => {
    if (prepared !== null) document.getElementById(textId)?.focus();
  }, [prepared, textId]);
  return [draft, setDraft] as const;
}

function draftProblem({ text, files }: MessageDraft): ShownProblem | null {
  const tooMuch = attachmentsProblem(files);
  if (tooMuch !== null) return shownProblem(tooMuch);
  return text.trim() === "" && files.length === 0 ? shownProblem({ code: "MESSAGE_EMPTY", facts: {} }) : null;
}
