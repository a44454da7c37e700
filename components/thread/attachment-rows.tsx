"use client";

import { useState } from "react";
import type { Result } from "#lib/base/result.ts";
import type { Attachment, Entity, ReferencedAttachment } from "#lib/mime/entity.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { byteCountText } from "#components/ui/byte-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { saveFile } from "./save-file.ts";

export type FetchAttachment = (attachment: ReferencedAttachment) => Promise<Result<Attachment, ShownProblem>>;

export interface AttachmentRowsProps {
  readonly entity: Pick<Entity, "attachments" | "referencedAttachments">;
  /** Fetches, opens and checks one that is a body of its own. */
  readonly fetchAttachment: FetchAttachment;
}

/** The files that came with a text, to be saved; none is ever opened or shown here. */
export function AttachmentRows({ entity, fetchAttachment }: AttachmentRowsProps) {
  const { attachments, referencedAttachments } = entity;
  if (attachments.length + referencedAttachments.length === 0) return null;
  return (
    <div role="group" aria-label="Attachments">
      <ul className="divide-y divide-line border-y border-line text-sm">
        {attachments.map((attachment, index) => (
          <AttachmentRow
            key={`inside ${String(index)}`}
            name={attachment.name}
            sizeBytes={attachment.contents.length}
            fetch={() => Promise.resolve({ ok: true, value: attachment })}
          />
        ))}
        {referencedAttachments.map((attachment) => (
          <AttachmentRow
            key={`part ${String(attachment.part)} ${attachment.name}`}
            name={attachment.name}
            sizeBytes={attachment.sizeBytes}
            fetch={() => fetchAttachment(attachment)}
          />
        ))}
      </ul>
    </div>
  );
}

interface AttachmentRowProps {
  readonly name: string;
  readonly sizeBytes: number;
  readonly fetch: () => Promise<Result<Attachment, ShownProblem>>;
}

function AttachmentRow({ name, sizeBytes, fetch }: AttachmentRowProps) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function save() {
    setPending(true);
    const fetched = await fetch();
    setPending(false);
    setProblem(fetched.ok ? null : fetched.problem);
    if (fetched.ok) saveFile(name, fetched.value.contents);
  }

  return (
    <li className="py-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon name="attachment" className="size-4 text-muted" />
        <span className="min-w-0 grow basis-40 font-mono break-all">{name}</span>
        <span className="text-muted tabular-nums">{byteCountText(sizeBytes)}</span>
        <Button size="small" icon="download" pending={isPending} onClick={() => void save()}>
          Save<VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      </div>
      <p role="alert" className="max-w-prose text-refusal empty:hidden">
        {problem === null ? null : `${problem.wrong} ${problem.mend}`}
      </p>
    </li>
  );
}
