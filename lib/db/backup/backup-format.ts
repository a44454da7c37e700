import { z } from "zod";

/** What a backup says of itself, in its `backup.json`. Beside it lies one `NAME.copy.gz` for each table. */
export const backupManifest = z.strictObject({
  format: z.literal("fortnight-backup/1"),
  madeAt: z.iso.datetime(),
  /** The migrations that the database had; a restored one must have the same. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z_]+$/),
      rows: z.int().nonnegative(),
      /** SHA-256 of the rows as PostgreSQL's COPY writes them, in the order of the primary key; hexadecimal. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** The last number that each sequence has given; null for one that has given none. */
  sequences: z.array(z.strictObject({ name: z.string(), lastValue: z.string().nullable() })),
});

export type BackupManifest = z.infer<typeof backupManifest>;
export type TableSum = BackupManifest["tables"][number];

/** Why a backup cannot be made or restored; the message is for the operator and names the mend. */
export class BackupRefusal extends Error {
  override readonly name = "BackupRefusal";
  readonly code: "BACKUP_ROLE" | "BACKUP_UNREADABLE" | "BACKUP_DAMAGED" | "BACKUP_OTHER_VERSION" | "RESTORE_NOT_EMPTY";

  constructor(code: BackupRefusal["code"], message: string) {
    super(message);
    this.code = code;
  }
}
