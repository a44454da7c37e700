"use client";

import { useState } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { FetchPart } from "#components/thread/open-envelope.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

export interface OpenWithGpgProps {
  readonly envelope: Pick<ThreadEnvelope, "id" | "keyPackets">;
  readonly fetchPart: FetchPart;
}

/** Opens an envelope that has no ticket yet, with a key that only gpg can use: the message itself is its ticket. */
export function OpenWithGpg({ envelope: { id, keyPackets }, fetchPart }: OpenWithGpgProps) {
  const { takePrinted } = useMemberKey();
  const [printed, setPrinted] = useState("");
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function take() {
    setPending(true);
    const body = await fetchPart(id, 0);
    const [own] = keyPackets;
    const taken =
      body.ok && own !== undefined
        ? await takePrinted(printed, [{ id, text: "", keyPacket: own.bytes, emptyBody: body.value }])
        : body;
    setPending(false);
    setProblem(taken.ok ? null : taken.problem);
  }

  return (
    <Disclosure summary="Open it with gpg, for a key on a smartcard">
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) void take();
        }}
      >
        <CodeBlock label="Run this where the message is saved" text={sessionKeyCommand(id)} />
        <TextArea
          id={`printed-${id}`}
          label="What it printed"
          hint="A session key: it opens this envelope, and is worth as much as what stands in it."
          mono
          rows={2}
          value={printed}
          onChange={({ target }) => {
            setPrinted(target.value);
          }}
        />
        {problem === null ? null : (
          <Notice tone="refusal" role="alert" title={problem.wrong}>
            <p>{problem.mend}</p>
          </Notice>
        )}
        <Button type="submit" icon="unlock" size="small" pending={isPending}>
          Open with this
        </Button>
      </form>
    </Disclosure>
  );
}

/** In the C locale, because gpg speaks its users' languages. */
function sessionKeyCommand(envelopeId: string): string {
  return `LC_ALL=C gpg --show-session-key --decrypt ${envelopeId}-0.asc 2>&1 >/dev/null | grep "session key"`;
}
