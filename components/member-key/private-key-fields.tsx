"use client";

import { useState } from "react";
import { utf8 } from "#lib/base/bytes.ts";
import { problemText } from "#lib/base/problem.ts";
import { fileBytes } from "#components/sealing/attachment-files.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { FileField } from "#components/ui/file-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

export interface KeyDraft {
  /** Pasted armour. */
  readonly text: string;
  readonly file: { readonly name: string; readonly size: number; readonly bytes: Uint8Array<ArrayBuffer> } | null;
  readonly isToBeKept: boolean;
}

export const emptyKeyDraft: KeyDraft = { text: "", file: null, isToBeKept: false };

/** Far more than any private key: a whole disk image chosen by mistake is not read into memory. */
const maximumKeyFileBytes = 1024 * 1024;

/** The key that was given, a file before a text; empty where there is neither. */
export function keyOfDraft({ text, file }: KeyDraft): Uint8Array<ArrayBuffer> {
  return file?.bytes ?? utf8(text.trim());
}

interface PrivateKeyFieldsProps {
  readonly id: string;
  readonly draft: KeyDraft;
  readonly onChange: (part: Partial<KeyDraft>) => void;
}

/** A private key, pasted or from a file, and whether it is to be kept here. */
export function PrivateKeyFields({ id, draft, onChange }: PrivateKeyFieldsProps) {
  const [isUnreadable, setUnreadable] = useState(false);

  async function choose([file]: readonly File[]) {
    if (file === undefined) return;
    const bytes = await fileBytes(file.slice(0, maximumKeyFileBytes));
    setUnreadable(bytes === null);
    if (bytes !== null) onChange({ file: { name: file.name, size: file.size, bytes } });
  }

  return (
    <>
      {draft.file === null ? (
        <TextArea
          id={`${id}-key`}
          label="Your private key"
          hint={
            <>
              What <code>gpg --armor --export-secret-keys</code> prints. It stays in this browser and is never sent.
            </>
          }
          mono
          rows={5}
          value={draft.text}
          onChange={(event) => {
            onChange({ text: event.target.value });
          }}
        />
      ) : null}
      <FileField
        id={`${id}-file`}
        label={draft.file === null ? "Or a file that holds it" : "File with your private key"}
        error={isUnreadable ? Object.values(problemText({ code: "FILE_UNREADABLE", facts: {} })).join(" ") : undefined}
        chosen={draft.file === null ? [] : [draft.file]}
        onChoose={(files) => void choose(files)}
        onRemove={() => {
          onChange({ file: null });
        }}
      />
      <Checkbox
        id={`${id}-keep`}
        label="Keep the key on this device"
        hint="Locked with its passphrase, as it is in the file; the passphrase is asked for each time. Only on a device of your own."
        checked={draft.isToBeKept}
        onChange={(event) => {
          onChange({ isToBeKept: event.target.checked });
        }}
      />
    </>
  );
}
