import type { Metadata } from "next";
import { UndoEmail } from "@/components/account/undo-email";
import { getTexts } from "@/lib/i18n/texts";

export async function generateMetadata(): Promise<Metadata> {
  const { emailChange: { undo } } = await getTexts();
  return { title: undo.title, description: undo.description, robots: { index: false }, referrer: "no-referrer" };
}

/** Open to anyone: the person may be signed out everywhere, and the code of the mail is what counts. */
export default async function UndoEmailPage() {
  const { emailChange: { undo } } = await getTexts();
  return <div className="mx-auto w-full max-w-[30rem] pt-6"><UndoEmail texts={undo} /></div>;
}
