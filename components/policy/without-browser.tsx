import { GpgCommands } from "#components/report/gpg-commands.tsx";

interface WithoutBrowserProps {
  readonly origin: string;
  readonly listNames: readonly [string, ...string[]];
  /** A disclosure within the policy, for the example's facts. */
  readonly proposedAt: Date;
}

/** How to report with gpg and curl, for whoever trusts no page with a secret. */
export function WithoutBrowser({ origin, listNames, proposedAt }: WithoutBrowserProps) {
  const [listName, ...otherNames] = listNames;
  return (
    <section aria-labelledby="without-a-browser">
      <h2 id="without-a-browser" className="scroll-mt-6 text-2xl">
        Without a browser
      </h2>
      <div className="mt-1 mb-6 max-w-prose space-y-3 text-muted">
        <p>
          With gpg and curl no script of this portal touches your report, and it gets the same checks and the same
          answers. The commands are for <span className="font-mono text-ink">{listName}</span>
          {otherNames.length === 0 ? "" : "; for "}
          {otherNames.length === 0 ? null : (
            <>
              <span className="font-mono text-ink">{otherNames.join(", ")}</span> write that name instead
            </>
          )}
          .
        </p>
      </div>
      <GpgCommands origin={origin} listName={listName} proposedAt={proposedAt} />
    </section>
  );
}
