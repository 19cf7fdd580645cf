import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function MedicinesLoading() {
  const { common, medicines } = await getTexts();
  return <StillPage title={medicines.title} loading={common.loading} blocks={3} />;
}
