import type { Metadata } from "next";
import { countryName } from "@/components/help/help-dialog";
import { Numbers } from "@/components/help/numbers";
import { namedCountries } from "@/components/help/places";
import { PrintButton } from "@/components/public/print-button";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { findViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { errors } = await getTexts();
  return { title: errors.help.title, description: errors.help.description };
}

type HelpPageProps = { searchParams: Promise<{ country?: string | string[] }> };

/** The numbers as a plain page: no script, no sign-in. The country is the person's own, or the one they choose. */
export default async function HelpPage({ searchParams }: HelpPageProps) {
  const [{ common, errors }, viewer, { country: asked }] = await Promise.all([getTexts(), findViewer(), searchParams]);
  const own = viewer && (await findOwnDiary(viewer));
  const country = typeof asked === "string" ? asked : own?.profile.country;
  const numbers = numbersFor(country);
  return (
    <>
      <h1>{errors.help.title}</h1>
      <p className="mt-1.5 mb-4 text-ink-2">{errors.help.lead}</p>
      <form method="get" className="noprint mb-6 flex flex-wrap items-end gap-2.5">
        <div className="field min-w-0 grow basis-60">
          <label htmlFor="country">{errors.chooser.label}</label>
          <select id="country" name="country" className="input" key={numbers.country} defaultValue={numbers.country ?? ""}>
            <option value="">{errors.chooser.unknown}</option>
            {namedCountries().map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        </div>
        <button type="submit" className="btn line min-h-14 flex-auto px-4 whitespace-nowrap min-[480px]:flex-none">{errors.chooser.show}</button>
      </form>
      <Numbers texts={common.help} numbers={numbers} countryName={countryName(numbers.country)} />
      <p className="note urgent mt-6" data-statement>{fill(common.statement, { emergency: numbers.emergency.show })}</p>
      <p className="mt-3 mb-4 text-sm text-ink-2">{errors.help.check}</p>
      <PrintButton label={errors.help.print} />
    </>
  );
}
