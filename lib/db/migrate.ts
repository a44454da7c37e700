import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import {
  SchemaEngine,
  type DiagnoseMigrationHistoryOutput,
  type MigrationList,
  type SchemasContainer,
} from "@prisma/schema-engine-wasm";
import { migrationAdapter } from "./migration-adapter.ts";

/**
 * Prisma's own migration engine, as WebAssembly: the command line tool's would have to be downloaded. It keeps the
 * same table `_prisma_migrations`, so the tool works on the same database elsewhere.
 */
export type MigrationFolders = {
  /** Path of `schema.prisma`. */
  readonly schemaFile: string;
  /** Folder of `NNNN_name/migration.sql`. */
  readonly migrationsFolder: string;
  /** Leaves out the migrations from this name on. */
  readonly before?: string;
};

const projectFolder = path.resolve(import.meta.dirname, "../..");

export const ourMigrations: MigrationFolders = {
  schemaFile: path.join(projectFolder, "prisma", "schema.prisma"),
  migrationsFolder: path.join(projectFolder, "prisma", "migrations"),
};

/** Applies the migrations that the database has not had yet, in order, and returns their names. */
export async function applyMigrations(
  connectionString: string,
  folders: MigrationFolders = ourMigrations,
): Promise<readonly string[]> {
  const migrationsList = migrationsIn(folders);
  return withEngine(connectionString, folders, async (engine) => {
    const { failedMigrationNames } = await diagnose(engine, migrationsList);
    // Each migration is one transaction (migration-adapter.ts), so one that failed has left nothing behind.
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });

    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
    return appliedMigrationNames;
  });
}

/**
 * What is wrong between the database and the migrations, in words; empty when the database has had exactly ours,
 * none was edited afterwards and none failed.
 */
export async function migrationTroubles(
  connectionString: string,
  folders: MigrationFolders = ourMigrations,
): Promise<readonly string[]> {
  return withEngine(connectionString, folders, async (engine) => {
    const diagnosis = await diagnose(engine, migrationsIn(folders));
    return [
      ...diagnosis.editedMigrationNames.map((name) => `${name} was edited after it was applied`),
      ...diagnosis.failedMigrationNames.map((name) => `${name} failed half-way`),
      ...(diagnosis.history === null ? [] : [diagnosis.history.diagnostic]),
    ];
  });
}

function diagnose(engine: SchemaEngine, migrationsList: MigrationList): Promise<DiagnoseMigrationHistoryOutput> {
  return engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilter });
}

/**
 * The SQL that leads from the migrations to the schema; empty when they agree.
 *
 * @param connectionString - A role that may make databases: the engine replays the migrations in a passing one.
 */
export async function missingSql(connectionString: string, folders: MigrationFolders = ourMigrations): Promise<string> {
  return withEngine(connectionString, folders, async (engine) => {
    const difference = await engine.diff({
      from: { tag: "migrations", ...migrationsIn(folders) },
      to: { tag: "schemaDatamodel", ...schemaIn(folders.schemaFile) },
      script: true,
      exitCode: true, // 2 says that there is a difference
      filters: noFilter,
    });
    return difference.exitCode === 2 ? (difference.stdout ?? "") : "";
  });
}

// Where the engine leaves the reason before it panics; without this place the reason is lost.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(reason: string) {
      console.error(reason);
    },
  },
});

const noFilter = { externalTables: [], externalEnums: [] };

async function withEngine<Value>(
  connectionString: string,
  { schemaFile }: MigrationFolders,
  use: (engine: SchemaEngine) => Promise<Value>,
): Promise<Value> {
  const adapter = migrationAdapter(connectionString);
  const datamodels = schemaIn(schemaFile).files.map(({ path: file, content }): [string, string] => [file, content]);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await use(engine);
  } finally {
    engine.free();
    await adapter.close();
  }
}

function schemaIn(schemaFile: string): SchemasContainer {
  return { files: [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }] };
}

function migrationsIn({ migrationsFolder: baseDir, before }: MigrationFolders): MigrationList {
  const names = migrationNames(baseDir).filter((name) => before === undefined || name < before);
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** The migrations' names, in the order in which they are applied. */
export function migrationNames(migrationsFolder: string): readonly string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
