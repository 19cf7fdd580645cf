import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function ConfirmLoading() {
  const { common, account } = await getTexts();
  return <StillPage title={account.confirm.title} loading={common.loading} blocks={2} />;
}
