import { addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { acceptMessage } from "#lib/workflow/accept-message.ts";
import { acknowledgeReport } from "#lib/workflow/acknowledge-report.ts";
import type { DemoReceipt } from "./demo-folder.ts";
import type { DemoMember } from "./demo-members.ts";
import type { DemoMessage, DemoReport } from "./demo-report.ts";
import { submitDemoReport, type SubmittedReport } from "./demo-submission.ts";
import { sealDraft } from "./demo-upload.ts";
import { unlockDemoKey, type DemoVault } from "./demo-vault.ts";

export interface DemoStage {
  readonly vault: DemoVault;
  readonly members: readonly DemoMember[];
  /** By the list's name. */
  readonly rosters: ReadonlyMap<string, PublishedRoster>;
}

interface Happening {
  readonly at: Date;
  readonly happen: () => Promise<void>;
}

/**
 * Lets all that the reports tell of happen in the order of time, up to `now`, through the very workflow: so the chain of
 * events and the handles come out as they would have.
 */
export async function playDemo(
  reports: readonly DemoReport[],
  stage: DemoStage,
  now: Date,
): Promise<readonly DemoReceipt[]> {
  const receipts: DemoReceipt[] = [];
  const happenings = reports.flatMap((report) =>
    happeningsOf(report, stage, { receivedAt: addHours(now, -report.ageHours), receipts }),
  );
  for (const { happen } of happenings.toSorted((left, right) => left.at.getTime() - right.at.getTime())) await happen();
  return receipts;
}

function happeningsOf(
  report: DemoReport,
  stage: DemoStage,
  { receivedAt, receipts }: { readonly receivedAt: Date; readonly receipts: DemoReceipt[] },
): readonly Happening[] {
  let submitted: SubmittedReport | null = null;
  const arrived = () => {
    if (submitted === null) throw new Error("something happened to a demo report before it came");
    return submitted;
  };
  const { listName, card, acknowledgement, thread } = report;
  const roster = stage.rosters.get(listName);
  if (roster === undefined) throw new Error(`the demo has no list ${listName}`);

  const submission: Happening = {
    at: receivedAt,
    happen: async () => {
      submitted = await submitDemoReport(report, { vault: stage.vault, roster, at: receivedAt });
      receipts.push({ handle: submitted.handle, listName, title: card.title, receipt: submitted.receipt });
    },
  };
  const messages = thread.map((message): Happening => {
    const at = addHours(receivedAt, message.hours);
    return { at, happen: () => sendDemoMessage(message, { report, submitted: arrived(), stage, roster, at }) };
  });
  if (acknowledgement === null) return [submission, ...messages];
  const at = addHours(receivedAt, acknowledgement.hours);
  const acknowledge = async () => {
    expectOk(await acknowledgeReport(memberNamed(stage, acknowledgement.by).actor, arrived().id, at));
  };
  return [submission, { at, happen: acknowledge }, ...messages];
}

async function sendDemoMessage(
  { by, text }: DemoMessage,
  {
    report,
    submitted,
    stage,
    roster,
    at,
  }: {
    readonly report: DemoReport;
    readonly submitted: SubmittedReport;
    readonly stage: DemoStage;
    readonly roster: PublishedRoster;
    readonly at: Date;
  },
): Promise<void> {
  const { vault } = stage;
  const member = by === "reporter" ? null : memberNamed(stage, by);
  const signer = member === null ? submitted.fingerprint : await unlockDemoKey(vault, member.key);
  const draft = { subject: `Re: ${report.card.title}`, text, fields: [], attachments: [] };
  const envelope = await sealDraft(draft, { vault, roster, reporter: submitted.certificate, signer, at });
  const upload = {
    reportId: submitted.id,
    submissionId: crypto.randomUUID(),
    submission: { rosterVersion: roster.version, kind: "message" },
    envelope,
  } as const;
  expectOk(await acceptMessage(member?.actor ?? submitted.actor, upload, at));
}

function memberNamed({ members }: DemoStage, wanted: string): DemoMember {
  const member = members.find(({ fileName }) => fileName === wanted);
  if (member === undefined) throw new Error(`the demo has no ${wanted}`);
  return member;
}
