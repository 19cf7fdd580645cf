import { Icon } from "@/components/ui/icon";

/** The whole diary as a file. A plain link: the browser asks the server and keeps what comes. */
export function DownloadLink({ diaryId, label }: { diaryId: string; label: string }) {
  return <a className="btn line wide" href={`/api/diaries/${diaryId}/export`} download><Icon name="saved" />{label}</a>;
}
