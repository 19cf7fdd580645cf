import type { Metadata } from "next";
import { SignOut } from "@/components/account/sign-out";
import { FootLinks } from "@/components/public/foot-links";
import { TopBar } from "@/components/shell/top-bar";
import { LinkList, type LinkItem } from "@/components/ui/link-list";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.title, description: more.description };
}

/** Settings of the owner, and of caregivers and clinicians without a diary of their own. */
export default async function MorePage() {
  const [viewer, { more, common, privacy }] = await Promise.all([requireViewer(), getTexts()]);
  const own = await findOwnDiary(viewer);
  const { list } = more;
  const yours: LinkItem[] = own
    ? [
        { href: "/history", icon: "list", label: list.history, hint: list.historyHint },
        { href: "/more/about-you", icon: "pen", label: list.aboutYou, hint: list.aboutYouHint },
        { href: "/medicines", icon: "drop", label: list.medicines, hint: list.medicinesHint },
      ]
    : viewer.demoRole ? [] : [{ href: "/set-up?own=1", icon: "today", label: list.startDiary, hint: list.startDiaryHint }];
  const items: LinkItem[] = [
    ...yours,
    { href: "/more/account", icon: "lock", label: list.account, hint: list.accountHint },
    { href: "/more/look", icon: "eye", label: list.look, hint: list.lookHint },
    { href: "/help", icon: "phone", label: list.help, hint: list.helpHint },
    { href: "/safety", icon: "alert", label: list.safety, hint: list.safetyHint },
    { href: "/more/about", icon: "help", label: list.about, hint: list.aboutHint },
  ];
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} home="/" />
      <main id="main">
        <div className="max-w-[38rem]">
          <h1 className="mb-4">{more.title}</h1>
          {viewer.demoRole && <p className="note info mb-4 text-sm">{more.demo}</p>}
          <LinkList items={items} />
          <p className="mt-5 text-sm text-ink-2 wrap-anywhere">{fill(more.signedInAs, { email: viewer.email })}</p>
          <SignOut texts={more.signOut} userId={viewer.userId} />
          <FootLinks texts={privacy.foot} />
        </div>
      </main>
    </>
  );
}
