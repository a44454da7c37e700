import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { OrganisationView } from "#components/organisations/organisation-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { findOrganisation } from "#lib/data/organisations.ts";
import { organisationIdSchema } from "#lib/schema/id.ts";
import { showOrganisation } from "#lib/workflow/show-organisation.ts";

export async function generateMetadata({ params }: PageProps<"/organisations/[id]">): Promise<Metadata> {
  const member = await currentMember();
  const id = organisationIdSchema.safeParse((await params).id);
  const found = member === null || !id.success ? null : await findOrganisation(member, id.data);
  return { title: found?.ok === true ? found.value.name : "Nothing here" };
}

export default async function OrganisationPage({ params }: PageProps<"/organisations/[id]">) {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const id = organisationIdSchema.safeParse((await params).id);
  if (!id.success) notFound();
  const now = new Date();
  const organisation = await showOrganisation(member, id.data, now);
  if (!organisation.ok) notFound();

  return <OrganisationView organisation={organisation.value} now={now} />;
}
