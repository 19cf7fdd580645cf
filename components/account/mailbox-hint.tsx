import { Icon } from "@/components/ui/icon";

type MailboxHintProps = { texts: { mailboxHint: string; mailbox: string; opens: string }; href: string };

/** In a demo no mail is sent: where the message stands instead. */
export function MailboxHint({ texts, href }: MailboxHintProps) {
  return (
    <p className="note ok mt-4 text-sm">
      {texts.mailboxHint}{" "}
      <a className="inline-flex min-h-12 items-center gap-2 font-semibold text-ok-ink underline" href={href} target="_blank" rel="opener">
        <Icon name="mail" size={20} /><span>{texts.mailbox} <span className="vh">{texts.opens}</span></span>
      </a>
    </p>
  );
}
