import { checkInBatchSchema, checkInSchema } from "@/lib/schemas/check-in";
import { db } from "../../database";

export async function POST(request: Request) {
  const diaryId = new URL(request.url).searchParams.get("diary") ?? "";
  const { checkIns } = checkInBatchSchema.parse(await request.json());
  const { id, revision, recordedAt, enteredAt, timeZone, scores, answers } = checkInSchema.parse(checkIns[0]);
  await db().checkIn.create({
    data: {
      diaryId, id, revision, recordedAt, enteredAt, receivedAt: new Date(), day: new Date(recordedAt.slice(0, 10)), timeZone, ...scores,
      details: answers as object, confirmedUnchanged: [], enteredById: diaryId, rulesVersion: "floor", couldNotCheck: [], contentHash: id,
    },
  });
  return Response.json({ stored: id });
}
