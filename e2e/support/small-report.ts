import { reporterOfSubmission } from "#lib/auth/reporter-door.ts";
import type { ReporterActor } from "#lib/access/actor.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { composeCard } from "#lib/mime/card.ts";
import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import type { ClearFacts } from "#lib/schema/clear-facts.ts";
import type { EnvelopeUpload } from "#lib/schema/submission.ts";
import type { ReportUpload } from "#lib/workflow/accept-report.ts";
import { usualAnswers } from "#prisma/seed/demo-report.ts";
import { sealDraft, sealEntity, type DemoSealing } from "#prisma/seed/demo-upload.ts";
import { unwatched } from "#prisma/seed/demo-vault.ts";
import { addDays } from "#lib/base/instant.ts";
import { rosterOf, type SmallHouse } from "./small-house.ts";

/** A report ready to be handed in, and what its reporter holds. */
export interface SmallReport {
  readonly actor: ReporterActor;
  readonly upload: ReportUpload;
  readonly sealing: DemoSealing;
  /** With its code and authenticator, of which the server is given a hash. */
  readonly receipt: UnlockedReceipt;
}

export interface SmallReportWish {
  readonly at: Date;
  readonly listName?: string;
  readonly answers?: Partial<ClearFacts>;
  /** Whom it is sealed to; the list's roster where not given. */
  readonly roster?: PublishedRoster;
}

/** Seals a report within policy, with a card, as a browser does. */
export async function smallReport(
  house: Pick<SmallHouse, "vault" | "rosters">,
  { at, listName = "distros", answers = {}, roster = rosterOf(house, listName) }: SmallReportWish,
): Promise<SmallReport> {
  const { vault } = house;
  const receipt = await vault.newReceipt({}, unwatched);
  const { certificate, lookupId, authenticatorHash } = receipt;
  if (certificate === null) throw new Error("a new receipt without a certificate");
  const { fingerprint: signer, bytes: reporter } = certificate;
  const sealing = { vault, roster, reporter, signer, at };
  const submissionId = crypto.randomUUID();
  return {
    actor: await reporterOfSubmission(submissionId),
    sealing,
    receipt,
    upload: {
      submissionId,
      door: "form",
      submission: {
        submissionId,
        rosterVersion: roster.version,
        answers: { ...usualAnswers, list: listName, proposedDisclosureAt: addDays(at, 5), ...answers },
        replyAddress: null,
        envelopes: {},
      },
      receipt: { lookupId, authenticatorHash, holdsKey: true },
      envelopes: { report: await sealText("A heap overflow in libmarrow.", sealing), card: await sealCard(sealing) },
      receiptCertificate: new Uint8Array(reporter),
      ownCertificate: null,
    },
  };
}

/** A text in an envelope, as it is uploaded. */
export function sealText(text: string, sealing: DemoSealing): Promise<EnvelopeUpload> {
  return sealDraft({ subject: "libmarrow", text, fields: [], attachments: [] }, sealing);
}

function sealCard(sealing: DemoSealing): Promise<EnvelopeUpload> {
  const card = { title: "Heap overflow", software: "libmarrow", versions: "", severityVector: null, cveIds: [] };
  return sealEntity(composeCard(card), [], sealing);
}
