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
  const [viewer, { more, common, privacy, data, walk }] = await Promise.all([requireViewer(), getTexts()]);
  const own = await findOwnDiary(viewer);
  const { list } = more;
  const care: LinkItem[] = own ? [
    { href: "/visits", icon: "calendar", label: list.visits, hint: list.visitsHint },
    { href: "/medicines", icon: "drop", label: list.medicines, hint: list.medicinesHint },
    { href: "/walk", icon: "clock", label: walk.title, hint: walk.hint },
  ] : [];
  const diary: LinkItem[] = own
    ? [
        { href: "/history", icon: "list", label: list.history, hint: list.historyHint },
        { href: "/more/reminders", icon: "bell", label: list.reminders, hint: list.remindersHint },
        { href: "/more/trackers", icon: "plus", label: list.trackers, hint: list.trackersHint },
        { href: "/more/data", icon: "saved", label: data.title, hint: data.hint },
        { href: "/more/about-you", icon: "pen", label: list.aboutYou, hint: list.aboutYouHint },
      ]
    : viewer.demoRole ? [] : [{ href: "/set-up?own=1", icon: "today", label: list.startDiary, hint: list.startDiaryHint }];
  const groups: { title: string; items: LinkItem[] }[] = [
    { title: list.care, items: care },
    { title: list.diary, items: diary },
    { title: list.settings, items: [
      { href: "/more/look", icon: "eye", label: list.look, hint: list.lookHint },
      { href: "/more/account", icon: "lock", label: list.account, hint: list.accountHint },
    ] },
    { title: list.helpGroup, items: [
      { href: "/help", icon: "phone", label: list.help, hint: list.helpHint },
      { href: "/safety", icon: "alert", label: list.safety, hint: list.safetyHint },
      { href: "/more/about", icon: "help", label: list.about, hint: list.aboutHint },
    ] },
  ];
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} home="/" />
      <main id="main">
        <div className="max-w-[38rem]">
          <h1 className="mb-4">{more.title}</h1>
          {viewer.demoRole && <p className="note info mb-4 text-sm">{more.demo}</p>}
          <div className="grid gap-5">
            {groups.filter(({ items }) => items.length > 0).map(({ title, items }) => (
              <section key={title}><h2 className="mb-2">{title}</h2><LinkList items={items} /></section>
            ))}
          </div>
          <p className="mt-5 text-sm text-ink-2 wrap-anywhere">{fill(more.signedInAs, { email: viewer.email })}</p>
          <SignOut texts={more.signOut} userId={viewer.userId} />
          <FootLinks texts={privacy.foot} />
        </div>
      </main>
    </>
  );
}
