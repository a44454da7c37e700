import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OrganisationsView } from "#components/organisations/organisations-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { listOrganisationsWithDuties } from "#lib/workflow/show-organisation.ts";

export const metadata: Metadata = { title: "Organisations" };

export default async function OrganisationsPage() {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  return <OrganisationsView organisations={await listOrganisationsWithDuties(member)} />;
}
