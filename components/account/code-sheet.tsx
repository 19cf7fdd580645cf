"use client";

import Link from "next/link";
import styles from "@/components/account/code-sheet.module.css";
import { CopyButton } from "@/components/account/copy-button";
import { saveText } from "@/components/account/save-text";
import { StepHead } from "@/components/account/step-head";
import { Icon } from "@/components/ui/icon";
import { groupRecoveryCode } from "@/lib/domain/account/recovery-code";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

export type MadeCodes = { codes: string[]; at: Date };
type CodeSheetProps = { texts: Messages["secondStep"]["recovery"]; made: MadeCodes; /** where and how to type one */ how: string };

/**
 * The ten codes, once, with three ways to keep them. The printed page and the file name the place to type them, never the account:
 * who finds the paper does not know whose it is.
 */
export function CodeSheet({ texts, made, how }: CodeSheetProps) {
  const codes = made.codes.map(groupRecoveryCode);
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(made.at);
  const words = [how, texts.paperOnce, texts.paperKeep, fill(texts.paperDate, { date: day })];
  const file = [texts.paperTitle, "", ...codes, "", ...words, ""].join("\r\n");
  return (
    <div className={styles.sheet} data-hide-tabs="">
      <div className="noprint"><StepHead title={texts.shownTitle} lead={texts.shownLead} /></div>
      <h2 className={styles.paperOnly}>{texts.paperTitle}</h2>
      <ol className={`card ${styles.codes}`} aria-label={texts.list}>
        {codes.map((code) => <li key={code} className="num font-mono font-semibold">{code}</li>)}
      </ol>
      <div className={styles.paperOnly}>{words.map((line) => <p key={line}>{line}</p>)}</div>
      <div className="noprint mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.25rem),1fr))] gap-2.5">
        <button type="button" className="btn line" onClick={() => window.print()}><Icon name="print" size={22} />{texts.print}</button>
        <button type="button" className="btn line" onClick={() => saveText(texts.fileName, file)}>{texts.save}</button>
        <CopyButton text={codes.join("\n")} label={texts.copy} done={texts.copied} failed={texts.notCopied} className="btn line max-sm:col-span-full" />
      </div>
      <Link className="btn primary wide noprint mt-6" href="/more/account">{texts.kept}</Link>
    </div>
  );
}
