"use client";

import { useState } from "react";
import { utf8, utf8Text } from "#lib/base/bytes.ts";
import { problemText } from "#lib/base/problem.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { fileBytes } from "#components/sealing/attachment-files.ts";
import { saveFile } from "#components/thread/save-file.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { FileField } from "#components/ui/file-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { FormOutcome } from "./form-outcome.tsx";
import type { SignRosterProps } from "./roster-to-sign.ts";

/** Has the roster signed in a terminal, and publishes what gpg made of it. */
export function SignRosterWithGpg({ roster: { listName, version, text }, publishing }: SignRosterProps) {
  const { member } = useMemberKey();
  const { state, isPending, publishSigned } = publishing;
  const [signed, setSigned] = useState("");
  const [isUnreadable, setUnreadable] = useState(false);
  const fileName = `roster-${listName}-${String(version)}.txt`;
  const user = member.certificate === null ? "" : `--local-user ${member.certificate.fingerprint} `;

  async function choose(file: File) {
    const bytes = await fileBytes(file);
    setUnreadable(bytes === null);
    if (bytes !== null) setSigned(utf8Text(bytes));
  }

  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) publishSigned(signed);
      }}
    >
      <p>
        <Button
          icon="download"
          onClick={() => {
            saveFile(fileName, utf8(text));
          }}
        >
          Save the text as {fileName}
        </Button>
      </p>
      <CodeBlock label="Sign it in a terminal" text={`gpg ${user}--clearsign ${fileName}`} />
      <TextArea
        id={`signed-${listName}`}
        label="The signed text"
        hint={
          <>
            All of <code>{fileName}.asc</code>, from -----BEGIN PGP SIGNED MESSAGE----- to -----END PGP SIGNATURE-----.
          </>
        }
        mono
        rows={6}
        value={signed}
        onChange={(event) => {
          setSigned(event.target.value);
        }}
      />
      <FileField
        id={`signed-file-${listName}`}
        label="Or choose the signed file"
        error={isUnreadable ? Object.values(problemText({ code: "FILE_UNREADABLE", facts: {} })).join(" ") : undefined}
        onChoose={([file]) => {
          if (file !== undefined) void choose(file);
        }}
      />
      <FormOutcome state={state} done={(published) => `Version ${published} is published`} />
      <Button type="submit" variant="primary" pending={isPending}>
        Publish version {version} of {listName}
      </Button>
    </form>
  );
}
