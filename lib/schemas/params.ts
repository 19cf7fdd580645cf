import { z } from "zod";
import { CSV_KINDS } from "@/lib/domain/transfer/csv-files";

/** Ids in an address. They may be of any UUID version: which ones exist is the gate's business. */
export const diaryParams = z.object({ diaryId: z.guid() });
export const medicineParams = z.object({ diaryId: z.guid(), medicineId: z.guid() });
export const visitParams = z.object({ diaryId: z.guid(), visitId: z.guid() });
export const medicineEventParams = z.object({ diaryId: z.guid(), medicineId: z.guid(), eventId: z.guid() });
export const measureParams = z.object({ diaryId: z.guid(), measureId: z.guid() });
export const grantParams = z.object({ diaryId: z.guid(), grantId: z.guid() });
export const passkeyParams = z.object({ passkeyId: z.guid() });
export const sessionParams = z.object({ sessionId: z.guid() });
export const relapseParams = z.object({ diaryId: z.guid(), relapseId: z.guid() });
export const importParams = z.object({ diaryId: z.guid(), importId: z.guid() });
export const csvParams = z.object({ diaryId: z.guid(), kind: z.enum(CSV_KINDS) });
