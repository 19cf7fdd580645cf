import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function SessionsLoading() {
  const { common, sessions } = await getTexts();
  return <StillPage title={sessions.title} loading={common.loading} blocks={3} />;
}
