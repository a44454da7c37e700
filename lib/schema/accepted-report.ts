import { z } from "zod";
import { instant } from "./wire.ts";

/** What the sender of a report is told, as far as a browser needs it: `POST /api/v1/reports`. */
export const acceptedReportSchema = z.object({ handle: z.string(), receivedAt: instant });
