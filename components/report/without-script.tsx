import { Notice } from "#components/ui/notice.tsx";
import { GpgCommands } from "./gpg-commands.tsx";

interface WithoutScriptProps {
  readonly origin: string;
  readonly listNames: readonly string[];
  /** A disclosure within the policy, for the example's facts. */
  readonly proposedAt: Date;
}

/** What stands in place of the form where the browser runs no script: nothing could be encrypted in the page. */
export function WithoutScript({ origin, listNames, proposedAt }: WithoutScriptProps) {
  const [listName = "", ...others] = listNames;
  return (
    <div className="space-y-6">
      <Notice title="This browser runs no script here, so the page cannot encrypt">
        <p>
          There is no form, because it would send your report in clear. These commands send it with gpg and curl
          instead; they get the same checks and the same answers. They are for {listName}
          {others.length === 0 ? "" : `; for ${others.join(", ")} write that name instead`}.
        </p>
      </Notice>
      <GpgCommands origin={origin} listName={listName} proposedAt={proposedAt} />
    </div>
  );
}
