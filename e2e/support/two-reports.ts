import type { Actor, ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type {
  CertificateId,
  EnvelopeId,
  ListId,
  Fingerprint,
  MemberId,
  OrganisationId,
  ReportId,
  SessionId,
} from "#lib/base/id.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { changeKeyring } from "#lib/data/keyrings.ts";
import { findMember } from "#lib/data/members.ts";
import { changeReadMark } from "#lib/data/read-marks.ts";
import { createSession } from "#lib/data/sessions.ts";
import { createEnrolmentLink } from "#lib/data/spent.ts";
import { acceptMessage } from "#lib/workflow/accept-message.ts";
import { acceptReport } from "#lib/workflow/accept-report.ts";
import { makeDemoKey } from "#prisma/seed/demo-key.ts";
import { enrolDemoMembers, type DemoMember } from "#prisma/seed/demo-members.ts";
import { signNextRoster } from "#prisma/seed/demo-rosters.ts";
import { unlockDemoKey } from "#prisma/seed/demo-vault.ts";
import { furnishWork, type AskedWork } from "./furnish-work.ts";
import { houseFurnishedAt, listOf, smallHouse, type SmallHouse } from "./small-house.ts";
import { sealText, smallReport, type SmallReport } from "./small-report.ts";

/** Who asks, as seen from the first report, which went to `distros`. */
export interface Askers {
  readonly anonymous: Actor;
  readonly reporter: ReporterActor;
  /** Of the other report, which went to `linux-distros`. */
  readonly "other reporter": ReporterActor;
  /** Flora, of `distros` alone: holds key packets of the first report and of no other. */
  readonly reader: SignedInActor;
  /** Nora, who joined `distros` after both reports had come. */
  readonly newcomer: SignedInActor;
  /** Lena, of `linux-distros` alone: holds key packets of the other report. */
  readonly "other list": SignedInActor;
  /** Cora, of both lists, who came after both reports. */
  readonly coordinator: SignedInActor;
  readonly system: SmallHouse["system"];
}

export type AskerName = keyof Askers;

/** Two reports on two lists, everybody who could ask for the first, and what they would ask by. */
export interface TwoReports {
  readonly house: SmallHouse;
  readonly askers: Askers;
  readonly asked: Asked;
  readonly first: SmallReport;
  readonly other: SmallReport;
  readonly floraKey: DemoMember["key"];
}

/** What the first report's things are asked for by. */
export interface Asked {
  readonly reportId: ReportId;
  /** Made by gpg: without commitment and empty body. */
  readonly envelopeId: EnvelopeId;
  readonly submissionId: string;
  readonly lookupId: string;
  readonly listId: ListId;
  readonly listName: string;
  /** Of Uma, who is none of the askers. */
  readonly memberId: MemberId;
  readonly organisationId: OrganisationId;
  readonly certificateId: CertificateId;
  readonly sessionId: SessionId;
  /** Of a one-time link. */
  readonly linkHash: string;
  readonly fingerprint: Fingerprint;
  /** Of Ada, whose signature under rosters counts. */
  readonly pinnedFingerprint: Fingerprint;
  /** What came of the first report since. */
  readonly work: AskedWork;
}

/** When the reports came. */
export const reportsCameAt = addDays(houseFurnishedAt, 1);

/** The reporter's mail address, which no member is shown. */
export const reporterAddress = "a.reporter@example.net";

/** Furnishes a fresh database with all of this. */
export async function twoReports(): Promise<TwoReports> {
  const house = await smallHouse();
  const [lena] = await enrol(house, [{ firstName: "Lena", listNames: ["linux-distros"] }], houseFurnishedAt);
  const linuxRoster = await signNextRoster(house.ada, house.vault, listOf(house, "linux-distros"), houseFurnishedAt);
  const at = reportsCameAt;
  const first = await handIn(house, await smallReport(house, { at }));
  const other = await handIn(house, await smallReport(house, { at, listName: "linux-distros", roster: linuxRoster }));
  const late = [
    { firstName: "Nora", listNames: ["distros"] },
    { firstName: "Cora", listNames: ["distros", "linux-distros"] },
  ];
  const [nora, cora] = await enrol(house, late, addHours(at, 1));
  if (lena === undefined || nora === undefined || cora === undefined) throw new Error("somebody was not enrolled");
  return {
    house,
    first,
    other,
    floraKey: house.flora.key,
    asked: await furnishReader(house, first),
    askers: {
      anonymous: house.anonymous,
      reporter: first.actor,
      "other reporter": other.actor,
      reader: house.flora.actor,
      newcomer: nora.actor,
      "other list": lena.actor,
      coordinator: cora.actor,
      system: house.system,
    },
  };
}

const linkHash = "ab".repeat(32);

/** Hands a report in as somebody with gpg would, with an address, and a card as a browser makes it. */
async function handIn(house: SmallHouse, report: SmallReport): Promise<SmallReport> {
  const { upload, actor, sealing } = report;
  const isFirst = upload.submission.answers.list === "distros";
  const accepted = await acceptReport(
    actor,
    {
      ...upload,
      submission: { ...upload.submission, replyAddress: isFirst ? reporterAddress : null },
      envelopes: { ...upload.envelopes, report: { ...upload.envelopes.report, emptyBody: null, claims: null } },
    },
    reportsCameAt,
  );
  if (!accepted.ok) throw new Error(`refused with ${accepted.problem.problem.code}`);
  const signer = await unlockDemoKey(house.vault, house.dora.key);
  const envelope = await sealText("Which versions?", { ...sealing, signer });
  const message = {
    reportId: actor.reportId,
    submissionId: crypto.randomUUID(),
    submission: { kind: "message", rosterVersion: sealing.roster.version },
    envelope,
  } as const;
  expectOk(await acceptMessage(house.dora.actor, message, addHours(reportsCameAt, 1)));
  return report;
}

/** What Flora leaves behind as she reads: a session, a keyring, a read mark. */
async function furnishReader({ ada, flora, uma, system }: SmallHouse, first: SmallReport): Promise<Asked> {
  const at = addHours(reportsCameAt, 2);
  const { actor, key } = flora;
  const { reportId } = first.actor;
  const { sessionId, memberId } = actor;
  await createSession(system, { id: sessionId, memberId, expiresAt: addDays(at, 1) }, at);
  await createSession(system, { id: uma.actor.sessionId, memberId: uma.actor.memberId, expiresAt: addDays(at, 1) }, at);
  await createEnrolmentLink(system, linkHash, addDays(at, 1));
  await changeReadMark(actor, reportId, at);
  const envelopes = await listEnvelopes(actor, { reportId });
  const envelopeId = envelopes.find(({ kind }) => kind === "report")?.id;
  const { certificate } = expectOk(await findMember(system, memberId));
  const list = actor.listIds[0];
  if (envelopeId === undefined || certificate === null || list === undefined) throw new Error("nothing to read");
  const bytes = new Uint8Array([1]);
  await changeKeyring(actor, certificate.id, { keyPacket: bytes, body: bytes, emptyBody: bytes }, at);
  return {
    reportId,
    envelopeId,
    submissionId: first.upload.submissionId,
    lookupId: first.upload.receipt.lookupId,
    listId: list,
    listName: "distros",
    memberId: uma.actor.memberId,
    organisationId: actor.organisationId,
    certificateId: certificate.id,
    sessionId,
    linkHash,
    fingerprint: key.fingerprint as Fingerprint,
    pinnedFingerprint: ada.key.fingerprint as Fingerprint,
    work: await furnishWork({ ada, flora, uma, system }, reportId, at),
  };
}

/** Enrols people with fresh keys, each of an organisation of their own. They read nothing until a roster names them. */
export async function enrol(
  { system, lists }: Pick<SmallHouse, "system" | "lists">,
  people: readonly { readonly firstName: string; readonly listNames: readonly string[] }[],
  now: Date,
): Promise<readonly DemoMember[]> {
  const keys = await Promise.all(
    people.map(async ({ firstName, listNames }) => {
      const person = {
        name: `${firstName} Demo`,
        address: `${firstName.toLowerCase()}@example.org`,
        organisation: `${firstName} Linux`,
        listNames,
        isCoordinator: firstName === "Cora",
        algorithm: "Curve25519",
        keyValidDays: 730,
        fileName: firstName.toLowerCase(),
      } as const;
      return { person, key: await makeDemoKey({ ...person, createdAt: addDays(now, -1), validDays: 730 }) };
    }),
  );
  return enrolDemoMembers(system, keys, lists, now);
}
