export interface OrganisationReaders<Reader> {
  readonly organisation: string;
  readonly readers: readonly Reader[];
}

/** Readers under their organisations, both in the order of the alphabet. */
export function byOrganisation<Reader extends { readonly organisation: string; readonly name: string }>(
  readers: readonly Reader[],
): readonly OrganisationReaders<Reader>[] {
  const groups = Map.groupBy(readers, ({ organisation }) => organisation);
  return [...groups]
    .map(([organisation, members]) => ({ organisation, readers: members.toSorted(byName) }))
    .toSorted((left, right) => left.organisation.localeCompare(right.organisation, "en"));
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name.localeCompare(right.name, "en");
}
