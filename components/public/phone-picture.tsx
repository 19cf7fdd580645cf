import { SymptomMark } from "@/components/charts/symptom-mark";
import styles from "@/components/public/landing.module.css";
import { Icon, type IconName } from "@/components/ui/icon";
import { Logo } from "@/components/ui/logo";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Messages } from "@/lib/i18n/messages";

const YESTERDAY: Record<ScoreName, number> = { fatigue: 5, numbness: 2, vision: 1, walking: 2 };
const USUAL: Record<ScoreName, number> = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const GROUPS = [["none", [0]], ["mild", [1, 2, 3]], ["moderate", [4, 5, 6]], ["severe", [7, 8, 9, 10]]] as const;
const TABS: readonly IconName[] = ["today", "trends", "relapses", "share", "more"];

type PhonePictureProps = { texts: Messages["landing"]["phone"]; common: Messages["common"] };

/** A drawing of Today, made of the real parts' markup so that it follows the theme. Nothing in it can be used or read out. */
export function PhonePicture({ texts, common }: PhonePictureProps) {
  return (
    <div className={styles.phone} aria-hidden="true">
      <div className={styles.screen}>
        <div className={`m ${styles.page}`}>
          <div className="top flex-nowrap">
            <span className="brand"><Logo />{texts.date}</span>
            <span className="btn sos"><Icon name="phone" size={20} />{common.help.button}</span>
          </div>
          <div className="flex-1 px-4 pt-1">
            <p className={styles.title}>{texts.title}</p>
            <p className="muted small row between mt-1 mb-2.5">
              <span>{texts.hint}</span>
              <span className="row gap-1.5"><UsualMark />{texts.usual}</span>
            </p>
            <div className="card scores">
              {SCORE_NAMES.map((symptom) => (
                <div key={symptom} className={`score s-${symptom}`}>
                  <div className="score-head">
                    <SymptomMark symptom={symptom} size={22} />
                    <span className="name">{common.symptoms[symptom]}</span>
                    <span className="val">{texts.yesterday} <b className="num">{YESTERDAY[symptom]}</b></span>
                  </div>
                  <div className="scale">
                    {GROUPS.map(([word, values]) => (
                      <div key={word} className="grp">
                        <div className="segs">
                          {values.map((value) => <i key={value} className={value === USUAL[symptom] ? "seg usual" : "seg"}>{value}</i>)}
                        </div>
                        <span className="word">{common.levels[word]}</span>
                      </div>
                    ))}
                  </div>
                </div>
              ))}
            </div>
          </div>
          <div className="px-4 pt-3 pb-3.5">
            <span className="btn primary wide"><Icon name="check" size={26} />{texts.same}</span>
            <p className="small muted mt-2 text-center">{texts.next}</p>
          </div>
          <div className={`tabs ${styles.tabs}`}>
            {TABS.map((name, index) => (
              <span key={name} className={index === 0 ? `${styles.tab} ${styles.current}` : styles.tab}>
                <span className={styles.tabIcon}><Icon name={name} /></span>
                {common.nav[name as "today" | "trends" | "relapses" | "share" | "more"]}
              </span>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function UsualMark() {
  return <svg width="14" height="12" viewBox="0 0 14 12"><path d="M7 1l6.500 10H.5z" fill="currentColor" /></svg>;
}
