import { getTexts } from "@/lib/i18n/texts";
import { diaryParams } from "@/lib/schemas/params";
import { getDiaryExport } from "@/lib/server/data/diary-exports";
import { handle } from "@/lib/server/handle";

/** The whole diary as one file to keep. Its name says neither whose it is nor what it is about. */
export const GET = handle({ params: diaryParams, leavers: "too" }, async (viewer, { diaryId }) => {
  const exportedAt = new Date();
  const [{ consent }, everything] = await Promise.all([getTexts(), getDiaryExport(viewer, diaryId)]);
  const file = { readme: consent.export.readme, exported_at: exportedAt.toISOString(), ...everything };
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8", "cache-control": "no-store",
      "content-disposition": `attachment; filename="daymark-${exportedAt.toISOString().slice(0, 10)}.json"`,
    },
  });
});
