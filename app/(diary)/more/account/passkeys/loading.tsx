import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function PasskeysLoading() {
  const { common, passkeys } = await getTexts();
  return <StillPage title={passkeys.title} loading={common.loading} blocks={2} />;
}
