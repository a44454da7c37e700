"use client";

import { Button } from "#components/ui/button.tsx";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { armoredEnvelope } from "#lib/pgp/client.ts";
import { saveFile } from "#components/thread/save-file.ts";
import type { SentMessage, SentReport } from "./form-state.ts";

/** The very OpenPGP messages that were sent, as files to keep. */
export function SentMessages({ sent: { handle, messages, wasSealedElsewhere } }: { readonly sent: SentReport }) {
  return (
    <div className="space-y-4">
      <p className="max-w-prose">
        {wasSealedElsewhere
          ? "The report itself went out as your gpg had made it: your receipt opens the replies, and not the report. Keep your own copy."
          : "These are the encrypted messages, byte for byte. Each reader’s gpg opens them, and so does your receipt’s key."}
      </p>
      <ul className="flex flex-wrap gap-3">
        {messages.map((message) => (
          <li key={message.fileName}>
            <Button
              size="small"
              icon="download"
              onClick={() => {
                saveFile(`${handle}-${message.fileName}`, fileOf(message));
              }}
            >
              {message.label} ({message.form === "armoured" ? ".asc" : ".pgp"})
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function fileOf({ form, keyPackets, body }: SentMessage): Uint8Array<ArrayBuffer> {
  return form === "armoured" ? utf8(armoredEnvelope(keyPackets, body)) : concatBytes(...keyPackets, body);
}
