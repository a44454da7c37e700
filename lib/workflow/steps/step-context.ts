import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { Problem } from "#lib/base/problem.ts";
import type { Result } from "#lib/base/result.ts";
import type { StepKind, StepOf } from "#lib/schema/step.ts";
import type { Speaker } from "#lib/embargo/embargo-record.ts";
import { isSignedIn } from "#lib/access/actor.ts";
import type { ReportCase } from "../load-case.ts";

/** In what a step is taken: by whom, on which report, when. All of it is in one transaction. */
export interface StepContext<ActorKind extends ReporterActor | SignedInActor = ReporterActor | SignedInActor> {
  readonly actor: ActorKind;
  readonly loaded: ReportCase;
  /** The server's clock. */
  readonly now: Date;
}

/** Takes one kind of step, or refuses it. What it has written is undone by a refusal. */
export type TakeStep<Kind extends StepKind> = (
  step: StepOf<Kind>,
  context: StepContext,
) => Promise<Result<null, Problem>>;

/** The same, for members alone. */
export type TakeMemberStep<Kind extends StepKind> = (
  step: StepOf<Kind>,
  context: StepContext<SignedInActor>,
) => Promise<Result<null, Problem>>;

/** On whose side an actor speaks. */
export function speakerOf(actor: ReporterActor | SignedInActor): Speaker {
  return isSignedIn(actor) ? { party: "list", memberId: actor.memberId } : { party: "reporter", memberId: null };
}
