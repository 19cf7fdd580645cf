import { saveRecord } from "@/components/form/save-record";
import { thenRefresh, type DiaryOf } from "@/lib/offline/then-refresh";
import type { RelapseChange, RelapseInput } from "@/lib/schemas/relapse";

/** Stores a new one. Sending twice is harmless. */
export const postRelapse = (diary: DiaryOf, input: RelapseInput) => thenRefresh(diary, saveRecord("POST", `/api/diaries/${diary.diaryId}/relapses`, input));

/** Changes what is named. Sending the same twice is harmless. */
export const patchRelapse = (diary: DiaryOf, id: string, change: RelapseChange) => thenRefresh(diary, saveRecord("PATCH", `/api/diaries/${diary.diaryId}/relapses/${id}`, change));

/** Removes one; that it is gone already is as good. */
export const deleteRelapse = (diary: DiaryOf, id: string) => thenRefresh(diary, saveRecord("DELETE", `/api/diaries/${diary.diaryId}/relapses/${id}`));
