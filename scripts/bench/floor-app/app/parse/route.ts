import { checkInBatchSchema, checkInSchema } from "@/lib/schemas/check-in";

export async function POST(request: Request) {
  const { checkIns } = checkInBatchSchema.parse(await request.json());
  return Response.json({ parsed: checkIns.map((item) => checkInSchema.parse(item).id) });
}
