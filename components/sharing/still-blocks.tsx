import styles from "@/components/sharing/still-blocks.module.css";
import { TopBar } from "@/components/shell/top-bar";
import { messages } from "@/lib/i18n/messages";

const WIDTHS = ["w-2/3", "w-full", "w-5/6", "w-full", "w-1/2"];

type StillBlocksProps = { title: string; cards: number; home?: string };

/** What stands there while a page is read: its real heading, and grey blocks that do not move. */
export function StillBlocks({ title, cards, home = "/today" }: StillBlocksProps) {
  const { common } = messages;
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} home={home} />
      <main id="main" aria-busy="true">
        <h1>{title}</h1>
        <p className="vh" role="status">{common.loading}</p>
        <div className={`${styles.late} mt-4`} aria-hidden="true">
          {Array.from({ length: cards }, (_, card) => (
            <div key={card} className="card">
              {WIDTHS.map((width, index) => <div key={index} className={`${styles.block} ${width} ${index > 0 ? "mt-3.5" : ""}`} />)}
            </div>
          ))}
        </div>
      </main>
    </>
  );
}
