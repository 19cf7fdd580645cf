import styles from "@/components/ui/still-page.module.css";

type StillPageProps = { title: string; loading: string; blocks: number };

/** A page on its way: its real heading, and still grey blocks once it takes longer than a blink. Nothing moves. */
export function StillPage({ title, loading, blocks }: StillPageProps) {
  return (
    <main id="main" aria-busy="true">
      <div className={`max-w-[38rem] ${styles.late}`}>
        <h1>{title}</h1>
        <p className="vh" role="status">{loading}</p>
        <div className="mt-5 grid gap-3.5" aria-hidden="true">
          {Array.from({ length: blocks }, (_, place) => <div key={place} className="h-20 rounded-(--dm-radius-l) bg-sunken" />)}
        </div>
      </div>
    </main>
  );
}
