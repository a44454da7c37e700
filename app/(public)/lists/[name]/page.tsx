import type { Metadata } from "next";
import { notFound } from "next/navigation";
import Link from "next/link";
import { ListReaders } from "#components/list/list-readers.tsx";
import { RosterDownloads } from "#components/list/roster-downloads.tsx";
import { RosterSignature } from "#components/list/roster-signature.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { anonymous } from "#lib/auth/system-actor.ts";
import { findList } from "#lib/data/lists.ts";
import { findCurrentRoster, type PublishedRoster } from "#lib/data/rosters.ts";
import { listNameSchema } from "#lib/schema/id.ts";

type ListPageProps = PageProps<"/lists/[name]">;

export async function generateMetadata({ params }: ListPageProps): Promise<Metadata> {
  const name = listNameSchema.safeParse((await params).name);
  return { title: name.success ? name.data : "Nothing here" };
}

export default async function ListPage({ params }: ListPageProps) {
  const name = listNameSchema.safeParse((await params).name);
  if (!name.success) notFound();
  const list = await findList(anonymous, name.data);
  if (!list.ok) notFound();
  const roster = await findCurrentRoster(anonymous, list.value.id);
  const { title, description } = list.value;

  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: "/lists", label: "The lists" }}
        title={name.data}
        lead={`${title}. ${description}`}
        actions={
          <LinkButton as={Link} href="/report" variant="primary" icon="lock">
            Report
          </LinkButton>
        }
      />
      {roster.ok ? (
        <div className="space-y-12">
          <RosterSignature listName={name.data} roster={shortOf(roster.value)} />
          <RosterDownloads listName={name.data} />
          <ListReaders readers={roster.value.readers} now={new Date()} />
        </div>
      ) : (
        <EmptyState title="No roster has been signed yet">
          Until a coordinator publishes one, there is nobody to encrypt to, and the list takes no reports.
        </EmptyState>
      )}
    </>
  );
}

/** Without the certificates, which the page's script fetches and checks by itself. */
function shortOf({ version, issuedAt, expiresAt }: PublishedRoster) {
  return { version, issuedAt, expiresAt };
}
