import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { rotaOf } from "#components/duties/rota.ts";
import { RotaView } from "#components/duties/rota-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { listDutyHolders, listDutyOffers } from "#lib/data/duties.ts";
import { listOrganisations } from "#lib/data/organisations.ts";
import { assignDutyAction } from "./actions.ts";

export const metadata: Metadata = { title: "Duties" };

export default async function DutiesPage() {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const holders = await listDutyHolders(member);
  const offers = await listDutyOffers(member);
  const assigning =
    member.kind === "coordinator" ? { assign: assignDutyAction, organisations: await listOrganisations(member) } : null;
  return <RotaView rota={rotaOf(holders, offers)} viewer={{ organisationId: member.organisationId, assigning }} />;
}
