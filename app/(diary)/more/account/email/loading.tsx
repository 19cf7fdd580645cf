import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function ChangeEmailLoading() {
  const { common, emailChange } = await getTexts();
  return <StillPage title={emailChange.title} loading={common.loading} blocks={2} />;
}
