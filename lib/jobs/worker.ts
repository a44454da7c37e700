import { Logger, run, type Runner } from "graphile-worker";
import { prove } from "#lib/access/_prove.ts";
import { remind } from "#lib/workflow/remind.ts";

/** Acts for nobody; it opens nothing. */
const system = prove({ kind: "system" });

/** A pass on every fifth minute finds what no wake-up has asked for. */
const crontab = "*/5 * * * * remind ?jobKey=remind-regularly&jobKeyMode=replace";

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
    taskList: {
      remind: async () => {
        await remind(system, clock());
      },
    },
  });
  runner.events.on("job:error", ({ job }) => {
    onFailure(job.task_identifier, job.attempts);
  });
  return runner;
}
