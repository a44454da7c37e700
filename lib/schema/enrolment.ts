import { z } from "zod";
import { listIdSchema, memberIdSchema, organisationIdSchema } from "./id.ts";
import { addressSchema } from "./submission.ts";

/** The most that a certificate may have when it is uploaded, in bytes. */
export const maximumCertificateUploadBytes = 1_000_000;

/** A person's or an organisation's name, as typed; the workflow says what a name is. */
const typedName = z.string().max(1_000);

/** One certificate, as a browser took it out of what was pasted or chosen. */
const certificateFile = z.file().max(maximumCertificateUploadBytes);

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** The form with which a coordinator enrols an organisation. */
export const organisationFormSchema = z.strictObject({ name: typedName });

/** The form with which a coordinator enrols a person. */
export const memberFormSchema = z.strictObject({
  organisationId: organisationIdSchema,
  name: typedName,
  address: z.union([z.literal("").transform(() => null), addressSchema]),
  isCoordinator: ticked,
  listIds: z.array(listIdSchema).max(100),
  certificate: certificateFile,
});

/** The form with which a coordinator gives a person another certificate. */
export const certificateFormSchema = z.strictObject({ memberId: memberIdSchema, certificate: certificateFile });

/** Names a person who is to be removed. */
export const removalFormSchema = z.strictObject({ memberId: memberIdSchema });

/** A clear-signed roster of one list. */
export const rosterFormSchema = z.strictObject({ listId: listIdSchema, signedText: z.string().max(900_000) });

/** The form with which the first coordinator enrols. */
export const firstCoordinatorFormSchema = z.strictObject({
  token: z.string().max(100),
  name: typedName,
  organisation: typedName,
  certificate: certificateFile,
});
