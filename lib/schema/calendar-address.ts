import { z } from "zod";

/** What a member is answered when their calendar address was made: `POST /api/v1/calendar`. It is not shown again. */
export const calendarAddressSchema = z.object({ address: z.url() });

/** 256 random bits in base64url (RFC 4648, section 5): the only way in to somebody's calendar. */
export const calendarSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
