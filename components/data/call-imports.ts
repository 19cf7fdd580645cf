import { callAccount, type Answer } from "@/components/account/call-account";
import { sendFile, type Sent } from "@/components/data/send-file";
import { thenRefresh, type DiaryOf } from "@/lib/offline/then-refresh";

/** Sends a file to be brought in. What came in changes what is usual for the person, and with it what this device knows. */
export const sendImport = <T>(diary: DiaryOf, path: "import" | "imports", json: string, onProgress: (percent: number) => void): Promise<Sent<T>> =>
  thenRefresh(diary, sendFile<T>(`/api/diaries/${diary.diaryId}/${path}`, json, onProgress));

/** Takes all that one file brought out again. */
export const undoImport = (diary: DiaryOf, importId: string): Promise<Answer<undefined>> =>
  thenRefresh(diary, callAccount("DELETE", `/api/diaries/${diary.diaryId}/imports/${importId}`));
