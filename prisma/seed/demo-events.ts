import { prove } from "#lib/access/_prove.ts";
import { addHours, hourMs } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listObligations } from "#lib/data/obligations.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { composeCard } from "#lib/mime/card.ts";
import { acceptMessage } from "#lib/workflow/accept-message.ts";
import type { Step } from "#lib/schema/step.ts";
import { addCard } from "#lib/workflow/add-card.ts";
import { acknowledgeReport } from "#lib/workflow/acknowledge-report.ts";
import { loadCase } from "#lib/workflow/load-case.ts";
import { remind } from "#lib/workflow/remind.ts";
import { takeStep } from "#lib/workflow/take-step.ts";
import type { DemoReceipt } from "./demo-folder.ts";
import type { DemoMember } from "./demo-members.ts";
import type { DemoMessage, DemoReport, DemoStep } from "./demo-report.ts";
import { disclosureOf, submitDemoReport, type SubmittedReport } from "./demo-submission.ts";
import { sealDraft, sealEntity } from "./demo-upload.ts";
import { unlockDemoKey, type DemoVault } from "./demo-vault.ts";

const system = prove({ kind: "system" });

/** How often the worker of the demo's past has looked at what is due. */
const passHours = 2;

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
  const passes = remindersBetween(happenings, now);
  for (const { happen } of [...happenings, ...passes].toSorted((left, right) => left.at.getTime() - right.at.getTime()))
    await happen();
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
  const steps = (report.steps ?? []).map((step): Happening => {
    const at = addHours(receivedAt, step.hours);
    return { at, happen: () => takeDemoStep(step, { report, submitted: arrived(), stage, receivedAt }) };
  });
  const cards = (report.cards ?? []).map((given): Happening => {
    const at = addHours(receivedAt, given.hours);
    return { at, happen: () => addDemoCard(given, { submitted: arrived(), stage, roster, at }) };
  });
  if (acknowledgement === null) return [submission, ...messages, ...steps, ...cards];
  const at = addHours(receivedAt, acknowledgement.hours);
  const acknowledge = async () => {
    expectOk(await acknowledgeReport(memberNamed(stage, acknowledgement.by).actor, arrived().id, at));
  };
  return [submission, { at, happen: acknowledge }, ...messages, ...steps, ...cards];
}

/** The passes of the worker over what is due, every other hour from the first report on. */
function remindersBetween(happenings: readonly Happening[], now: Date): readonly Happening[] {
  const first = Math.min(...happenings.map(({ at }) => at.getTime()));
  const count = Math.floor((now.getTime() - first) / (passHours * hourMs));
  return Array.from({ length: count }, (_, index) => {
    const at = addHours(new Date(first), (index + 1) * passHours);
    const pass = async () => {
      await remind(system, at);
    };
    return { at, happen: pass };
  });
}

async function takeDemoStep(
  { by, hours, take }: DemoStep,
  {
    report,
    submitted,
    stage,
    receivedAt,
  }: {
    readonly report: DemoReport;
    readonly submitted: SubmittedReport;
    readonly stage: DemoStage;
    readonly receivedAt: Date;
  },
): Promise<void> {
  const after = (later: number) => addHours(receivedAt, later);
  const debts = await listObligations(system, submitted.id);
  const owed = (key: string) => {
    const debt = debts.find((each) => each.key === key);
    if (debt === undefined) throw new Error(`the demo's report owes no ${key}`);
    return debt.id;
  };
  const actor = by === "reporter" ? submitted.actor : memberNamed(stage, by).actor;
  const { issues } = expectOk(await loadCase(actor, submitted.id));
  const taken = take({ after, owed, disclosureAt: disclosureOf(report, receivedAt) });
  const seen = "issue" in taken ? issues.find(({ issue }) => issue.number === taken.issue)?.issue : undefined;
  const revision = taken.kind === "set-status" || seen === undefined ? {} : { revision: seen.revision };
  expectOk(await takeStep(actor, submitted.id, { ...taken, ...revision } as Step, after(hours)));
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

async function addDemoCard(
  { by, issue, card }: NonNullable<DemoReport["cards"]>[number],
  {
    submitted,
    stage,
    roster,
    at,
  }: {
    readonly submitted: SubmittedReport;
    readonly stage: DemoStage;
    readonly roster: PublishedRoster;
    readonly at: Date;
  },
): Promise<void> {
  const { vault } = stage;
  const { actor, key } = memberNamed(stage, by);
  const sealing = { vault, roster, reporter: submitted.certificate, signer: await unlockDemoKey(vault, key), at };
  const envelope = await sealEntity(composeCard(card), [], sealing);
  const submission = { rosterVersion: roster.version, kind: "message", issue } as const;
  expectOk(await addCard(actor, { reportId: submitted.id, submission, envelope }, at));
}

function memberNamed({ members }: DemoStage, wanted: string): DemoMember {
  const member = members.find(({ fileName }) => fileName === wanted);
  if (member === undefined) throw new Error(`the demo has no ${wanted}`);
  return member;
}
