import { createHash } from "node:crypto";
import { Transform } from "node:stream";

/** Lets the rows of a COPY through and takes their sum. A line feed within a value is escaped, so each ends a row. */
export class RowStream extends Transform {
  readonly #hash = createHash("sha256");
  #rows = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.#rows += 1;
    done(null, chunk);
  }

  /** How many rows went through, and their SHA-256 in hexadecimal. To be asked once, at the end. */
  sum(): { readonly rows: number; readonly sha256: string } {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}
