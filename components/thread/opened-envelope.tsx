import type { Field } from "#lib/mime/entity.ts";
import { Notice } from "#components/ui/notice.tsx";
import { AttachmentRows, type FetchAttachment } from "./attachment-rows.tsx";
import type { OpenedContents } from "./envelope-contents.ts";
import { SealedText } from "./sealed-text.tsx";
import { signatureWords } from "./signature-words.ts";

export interface OpenedEnvelopeProps {
  /** By the portal's word. */
  readonly author: string;
  readonly contents: OpenedContents;
  readonly fetchAttachment: FetchAttachment;
}

/** What an envelope says, all of it as plain text: subject, fields, text, files, and what is known of its author. */
export function OpenedEnvelope({ author, contents, fetchAttachment }: OpenedEnvelopeProps) {
  const { entity, fitsCommitment } = contents;
  const words = signatureWords(contents, { name: author });
  return (
    <>
      {fitsCommitment === false ? (
        <Notice tone="refusal" title="This may not be what the other readers see">
          <p>The session key does not fit the envelope’s commitment. Tell the list, and name this envelope.</p>
        </Notice>
      ) : null}
      {entity.subject === null ? null : <p className="font-semibold wrap-anywhere">{entity.subject}</p>}
      <FieldRows fields={entity.fields} />
      <SealedText text={entity.text} label="Text" />
      <AttachmentRows entity={entity} fetchAttachment={fetchAttachment} />
      <p className={words.tone === "refusal" ? "text-sm font-medium text-refusal" : "text-sm text-muted"}>
        {words.sentence}
      </p>
    </>
  );
}

/** A hostile sender may name a field twice, so their names are no keys. */
function FieldRows({ fields }: { readonly fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="divide-y divide-line border-y border-line text-sm">
      {fields.map(({ name, value }, index) => (
        <div key={index} className="grid gap-x-6 py-2 sm:grid-cols-[minmax(8rem,12rem)_1fr]">
          <dt className="font-medium wrap-anywhere">{name}</dt>
          <dd className="min-w-0 wrap-anywhere whitespace-pre-wrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
