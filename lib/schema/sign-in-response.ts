import { z } from "zod";
import { instant } from "./wire.ts";

/** `POST /api/v1/challenge`: the text to sign, and what is to be sent back with it. */
export const challengeResponseSchema = z.object({ challenge: z.string(), proof: z.string(), expiresAt: instant });

export type ChallengeResponse = z.output<typeof challengeResponseSchema>;

/** `GET /api/auth/csrf`. */
export const csrfResponseSchema = z.object({ csrfToken: z.string() });

/** `POST /api/auth/callback/challenge`: where to go on, or, with status 401, an address that names the refusal. */
export const signInResponseSchema = z.object({ url: z.string() });
