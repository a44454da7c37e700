import { z } from "zod";

export const embargoStateSchema = z.enum(["none", "proposed", "active", "revise", "exited"]);
