import { LinkButton } from "#components/ui/link-button.tsx";

/** The readers' certificates and the signed roster, as files for gpg. */
export function RosterDownloads({ listName }: { readonly listName: string }) {
  return (
    <section aria-labelledby="downloads-heading" className="space-y-4">
      <h2 id="downloads-heading" className="text-2xl">
        For gpg
      </h2>
      <p className="max-w-prose">
        All certificates in one keyring, to encrypt to; and the roster as it was signed, to compare their fingerprints
        with.
      </p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={`/lists/${listName}/roster.asc`} icon="download" download>
          Keyring (roster.asc)
        </LinkButton>
        <LinkButton href={`/lists/${listName}/roster.txt`} icon="download" download>
          Signed roster (roster.txt)
        </LinkButton>
      </p>
    </section>
  );
}
