import "server-only";
import { prove } from "#lib/access/_prove.ts";
import type { SystemActor } from "#lib/access/actor.ts";

/** Whoever asks has proved nothing. */
export const anonymous = prove({ kind: "anonymous" });

/** Acts for the doors themselves, before anybody is known. It opens nothing and reads no key packet. */
export const doorkeeper: SystemActor = prove({ kind: "system" });
