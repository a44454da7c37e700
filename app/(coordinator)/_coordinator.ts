import { notFound } from "next/navigation";
import { currentMember } from "#lib/auth/session.ts";

/** The coordinator who asks. For everybody else these pages do not exist. */
export async function coordinatorOrNothing() {
  const actor = await currentMember();
  if (actor?.kind !== "coordinator") notFound();
  return actor;
}
