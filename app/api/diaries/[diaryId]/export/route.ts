import { getTexts } from "@/lib/i18n/texts";
import { diaryParams } from "@/lib/schemas/params";
import { getDiaryExport } from "@/lib/server/data/diary-exports";
import { handle } from "@/lib/server/handle";

/** The whole diary as one file to keep. Its name says neither whose it is nor what it is about. */
export const GET = handle({ params: diaryParams, leavers: "too" }, async (viewer, { diaryId }) => {
  const exportedAt = new Date();
  const { consent } = await getTexts();
  return new Response(await getDiaryExport(viewer, diaryId, { readme: consent.export.readme, exportedAt }), {
    headers: {
      "content-type": "application/json; charset=utf-8", "cache-control": "no-store",
      "content-disposition": `attachment; filename="daymark-${exportedAt.toISOString().slice(0, 10)}.json"`,
    },
  });
});
