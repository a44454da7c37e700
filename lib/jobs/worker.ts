import { Logger, run, type Runner, type TaskList } from "graphile-worker";
import { prove } from "#lib/access/_prove.ts";
import { remind } from "#lib/workflow/remind.ts";

/** Acts for nobody; it opens nothing. */
const system = prove({ kind: "system" });

/** Of the passes that no wake-up asks for. What a worker that was killed has locked does not keep others from them. */
const regularly = { jobKey: "remind-regularly", jobKeyMode: "replace" } as const;

/** A pass on every fifth minute finds what no wake-up has asked for. */
const crontab = `*/5 * * * * remind ?jobKey=${regularly.jobKey}&jobKeyMode=${regularly.jobKeyMode}`;

/** What workers do, by the clock that decides what is due. */
export function taskListOf(clock: () => Date): TaskList {
  return {
    remind: async () => {
      await remind(system, clock());
    },
  };
}

export interface WorkerOptions {
  readonly databaseUrl: string;
  /** The clock that decides what is due. */
  readonly clock?: () => Date;
  /** Told of each job that failed, by its task and attempt: never by its contents. */
  readonly onFailure?: (task: string, attempt: number) => void;
}

/**
 * Starts a worker: it takes due jobs out of PostgreSQL, of which each is taken by one worker alone. As many as wanted
 * may run at once.
 */
export async function startWorker({
  databaseUrl,
  clock = () => new Date(),
  onFailure = () => undefined,
}: WorkerOptions): Promise<Runner> {
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined), // its messages hold errors' texts, which may hold anything
    crontab,
    taskList: taskListOf(clock),
  });
  runner.events.on("job:error", ({ job }) => {
    onFailure(job.task_identifier, job.attempts);
  });
  // What fell due while no worker ran is sent now, and so is what one that was killed has left.
  await runner.addJob("remind", {}, regularly);
  return runner;
}
