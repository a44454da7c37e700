import type { ReactNode } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import type { EnvelopeContents, OpenedContents } from "#components/thread/envelope-contents.ts";
import { authorName } from "#components/thread/envelope-words.ts";
import { signatureWords } from "#components/thread/signature-words.ts";
import { Icon } from "#components/ui/icon.tsx";
import { noteOfEntity } from "./note.ts";

/** A note's envelope and what this browser knows of its inside; both undefined where it is not the viewer's to read. */
export interface ShownNote {
  readonly envelope: ThreadEnvelope;
  readonly contents: EnvelopeContents | undefined;
}

/** What an organisation noted, once it is open; that there is something, while it is sealed. */
export function NoteView({ note }: { readonly note: ShownNote | undefined }) {
  if (note === undefined || note.envelope.keyPackets.length === 0)
    return <NoteLine icon="lock">A note that is not sealed to you</NoteLine>;
  const { envelope, contents } = note;
  switch (contents?.state) {
    case undefined:
    case "opening":
      return <NoteLine icon="lock">Opening the note …</NoteLine>;
    case "locked":
      return <NoteLine icon="lock">Sealed note</NoteLine>;
    case "failed":
      return <NoteLine icon="warning">A note that does not open: {contents.problem.wrong}</NoteLine>;
    case "opened":
      return <OpenedNote envelope={envelope} contents={contents} />;
  }
}

function NoteLine({ icon, children }: { readonly icon: "lock" | "warning"; readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-1 text-sm text-muted">
      <Icon name={icon} className="mt-0.5 size-4" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

function OpenedNote({ envelope, contents }: { readonly envelope: ThreadEnvelope; readonly contents: OpenedContents }) {
  const { trackingId, versions, comment } = noteOfEntity(contents.entity);
  const signed = signatureWords(contents, { name: authorName(envelope) });
  const isDoubtful = signed.tone === "refusal" || signed.tone === "advice" || contents.fitsCommitment === false;
  return (
    <div className="space-y-0.5 text-sm">
      <dl className="space-y-0.5">
        <NoteRow term="Tracking id" value={trackingId} isMono />
        <NoteRow term="Versions" value={versions} />
        <NoteRow term="Comment" value={comment} />
      </dl>
      {isDoubtful ? (
        <NoteLine icon="warning">
          {contents.fitsCommitment === false ? "This may not be what the other readers see. " : null}
          {signed.sentence}
        </NoteLine>
      ) : null}
    </div>
  );
}

function NoteRow({ term, value, isMono = false }: { term: string; value: string; isMono?: boolean }) {
  if (value === "") return null;
  return (
    <div className="wrap-anywhere">
      <dt className="inline text-muted">{term}: </dt>
      <dd className={`inline whitespace-pre-wrap ${isMono ? "font-mono" : ""}`}>{value}</dd>
    </div>
  );
}
