import type { IncomingMessage } from "node:http";

/** A request's body that its route gets only when it is let go. */
export interface HeldBody {
  /** All of it; null where its client went away before the end. */
  readonly whole: Promise<Uint8Array<ArrayBuffer> | null>;
  readonly letGo: () => void;
}

/** Keeps back a body that is judged as a whole before anybody reads it. To be called as the request comes, before `boundBody`. */
export function holdBody(request: IncomingMessage): HeldBody {
  const pieces: Buffer[] = [];
  const push = request.push.bind(request);
  const whole = new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
    request.push = (piece: Buffer | null) => {
      if (piece === null) resolve(new Uint8Array(Buffer.concat(pieces)));
      else pieces.push(piece);
      return true;
    };
    request.once("close", () => {
      resolve(null);
    });
  });
  return {
    whole,
    letGo() {
      for (const piece of pieces) push(piece);
      push(null);
    },
  };
}
