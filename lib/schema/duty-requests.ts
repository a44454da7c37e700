import { z } from "zod";
import { dutyIds, dutyRoles } from "#lib/policy/duty.ts";
import { organisationIdSchema } from "./id.ts";

/** `POST /api/v1/duties/offers` as JSON, `DELETE /api/v1/duties/offers?duty=…&role=…`. */
export const dutyPlaceSchema = z.strictObject({ duty: z.enum(dutyIds), role: z.enum(dutyRoles) });

/** An organisation, or nobody, which a form says with an empty field. */
const holderSchema = z.union([z.literal("").transform(() => null), organisationIdSchema]);

/** The form with which a coordinator assigns a duty. */
export const dutyAssignmentSchema = z.strictObject({
  ...dutyPlaceSchema.shape,
  organisationId: holderSchema,
  seenOrganisationId: holderSchema,
});
