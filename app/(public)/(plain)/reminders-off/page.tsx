import type { Metadata } from "next";
import { SwitchOff } from "@/components/reminders/switch-off";
import { getTexts } from "@/lib/i18n/texts";

export async function generateMetadata(): Promise<Metadata> {
  const { reminders: { switchOff } } = await getTexts();
  return { title: switchOff.title, description: switchOff.description, robots: { index: false }, referrer: "no-referrer" };
}

/** Open to anyone: the link of the mail is what counts, signed in or not. */
export default async function RemindersOffPage() {
  const { reminders: { switchOff } } = await getTexts();
  return <div className="mx-auto w-full max-w-[30rem] pt-6"><SwitchOff texts={switchOff} /></div>;
}
