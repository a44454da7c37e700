import Link from "next/link";
import { Instant } from "#components/ui/instant.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { byOrganisation } from "./by-organisation.ts";

interface ListCardProps {
  readonly list: { readonly name: string; readonly title: string; readonly description: string };
  readonly roster: {
    readonly version: number;
    readonly issuedAt: Date;
    readonly readers: readonly { readonly name: string; readonly organisation: string }[];
  } | null;
}

/** A list, in short: what it is for and how many read it. */
export function ListCard({ list: { name, title, description }, roster }: ListCardProps) {
  return (
    <section className="flex w-full flex-col rounded-lg border border-line bg-surface p-6">
      <h2 className="text-xl">{name}</h2>
      <p className="font-medium text-muted">{title}</p>
      <p className="mt-2 grow">{description}</p>
      {roster === null ? (
        <p className="mt-4 text-muted">No roster has been signed yet, so the list takes no reports.</p>
      ) : (
        <dl className="mt-4 grid gap-x-5 text-sm sm:grid-cols-[auto_1fr] sm:gap-y-1">
          <dt className="text-muted">Organisations</dt>
          <dd className="max-sm:mb-1.5 tabular-nums">{byOrganisation(roster.readers).length}</dd>
          <dt className="text-muted">People</dt>
          <dd className="max-sm:mb-1.5 tabular-nums">{roster.readers.length}</dd>
          <dt className="text-muted">Roster</dt>
          <dd>
            Version {roster.version}, <Instant at={roster.issuedAt} />
          </dd>
        </dl>
      )}
      <p className="mt-5">
        <LinkButton as={Link} href={`/lists/${name}`}>
          See who reads it<VisuallyHidden>: {name}</VisuallyHidden>
        </LinkButton>
      </p>
    </section>
  );
}
