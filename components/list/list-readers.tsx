import { Badge } from "#components/ui/badge.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { byOrganisation } from "./by-organisation.ts";

interface Reader {
  readonly name: string;
  readonly organisation: string;
  readonly fingerprint: string;
  /** Of the key that is encrypted to. */
  readonly algorithm: string;
  readonly expiresAt: Date | null;
}

interface ListReadersProps {
  readonly readers: readonly Reader[];
  readonly now: Date;
}

/** Everybody on a list, by organisation (L2): people, each with the fingerprint of their own certificate. */
export function ListReaders({ readers, now }: ListReadersProps) {
  const organisations = byOrganisation(readers);
  return (
    <section aria-labelledby="readers-heading">
      <h2 id="readers-heading" className="text-2xl">
        Readers
      </h2>
      <p className="mt-1 max-w-prose text-muted">
        {countText(readers.length, "person", "people")} of {countText(organisations.length, "organisation")}. Each has a
        certificate of their own; there is no shared address behind which more people read.
      </p>
      <div className="mt-6 space-y-8">
        {organisations.map(({ organisation, readers: members }) => (
          <section
            key={organisation}
            className="grid gap-x-10 gap-y-2 border-t border-line pt-4 lg:grid-cols-[14rem_1fr]"
          >
            <h3 className="text-lg">{organisation}</h3>
            <ul className="space-y-3">
              {members.map((reader) => (
                <li key={reader.fingerprint}>
                  <ReaderEntry reader={reader} now={now} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function ReaderEntry({ reader, now }: { readonly reader: Reader; readonly now: Date }) {
  const { name, fingerprint, algorithm, expiresAt } = reader;
  return (
    <div className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[12rem_1fr]">
      <p className="font-medium">{name}</p>
      <div>
        <p>
          <Fingerprint value={fingerprint} />
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <span>{algorithm}</span>
          {expiresAt === null ? (
            <span>does not expire</span>
          ) : expiresAt > now ? (
            <span>
              expires <Instant at={expiresAt} />
            </span>
          ) : (
            <>
              <Badge tone="refusal" icon="warning">
                expired
              </Badge>
              <span>
                <Instant at={expiresAt} />
              </span>
            </>
          )}
        </p>
      </div>
    </div>
  );
}
