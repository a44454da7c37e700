import { clauseOf } from "#lib/policy/clause.ts";
import { dutyIds, type DutyId } from "#lib/policy/duty.ts";
import { isOpenQuestion } from "#components/triage/claim.ts";
import type { ShownDutyHolder, ShownDutyWork, ShownTriageEntry } from "#lib/schema/issue-response.ts";

/** `done` also where somebody looked and found nothing (T3). */
export type DutyState = "nobody" | "taken" | "done";

/** A duty on one report: who holds it by the rota, and who took or did it here. */
export interface DutyRow {
  readonly duty: DutyId;
  readonly title: string;
  readonly text: string;
  /** Null where vacant. */
  readonly primary: string | null;
  readonly backup: string | null;
  readonly state: DutyState;
  /** The last of each organisation, newest first. */
  readonly works: readonly ShownDutyWork[];
  /** Who did it by answering the checklist, each once. */
  readonly byChecklist: readonly string[];
}

export interface DutyFacts {
  readonly dutyWorks: readonly ShownDutyWork[];
  readonly dutyHolders: readonly ShownDutyHolder[];
  readonly triage: readonly ShownTriageEntry[];
}

/** All duties in their order, technical ones first. */
export function dutyRows({ dutyWorks, dutyHolders, triage }: DutyFacts): readonly DutyRow[] {
  return dutyIds.map((duty) => {
    const { title, text } = clauseOf(duty);
    const works = lastOfEach(dutyWorks.filter((work) => work.duty === duty));
    const byChecklist = answeredBy(triage.filter(({ clause }) => clause === duty));
    const holderOf = (role: ShownDutyHolder["role"]) =>
      dutyHolders.find((holder) => holder.duty === duty && holder.role === role)?.organisation ?? null;
    return {
      duty,
      title,
      text,
      primary: holderOf("primary"),
      backup: holderOf("backup"),
      state: stateOf(works, byChecklist),
      works,
      byChecklist,
    };
  });
}

/** `works` are oldest first. */
function lastOfEach(works: readonly ShownDutyWork[]): readonly ShownDutyWork[] {
  return works
    .filter((work, index) => works.findLastIndex(({ organisation }) => organisation === work.organisation) === index)
    .toReversed();
}

/** Nobody, while a question of the duty is open: half a check is none. */
function answeredBy(entries: readonly ShownTriageEntry[]): readonly string[] {
  if (entries.some(isOpenQuestion)) return [];
  const names = entries.flatMap(({ state }) => {
    if (state.step === "answered") return [state.answer.by];
    return state.step === "confirmed" ? [state.answer.by, ...state.confirmedBy.map(({ name }) => name)] : [];
  });
  return [...new Set(names)];
}

function stateOf(works: readonly ShownDutyWork[], byChecklist: readonly string[]): DutyState {
  if (byChecklist.length > 0 || works.some(({ outcome }) => outcome !== "taken")) return "done";
  return works.length > 0 ? "taken" : "nobody";
}
