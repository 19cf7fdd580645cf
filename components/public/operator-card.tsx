import type { Messages } from "@/lib/i18n/messages";

export type Operator = {
  name: string | undefined;
  /** lines of the postal address */
  address: string[];
  email: string | undefined;
  phone: string | undefined;
  /** whom to ask about data, in the operator's words */
  contact: string | undefined;
  isDemo: boolean;
};

type OperatorCardProps = { texts: Messages["privacy"]["operator"]; operator: Operator };

/** Who keeps the data, with the ways to reach them. A demo says that nobody stands behind it. */
export function OperatorCard({ texts, operator: { name, address, email, phone, contact, isDemo } }: OperatorCardProps) {
  return (
    <div data-operator>
      {isDemo && <p className="note info">{texts.demo}</p>}
      {!isDemo && !name && <p className="note urgent">{texts.unknown}</p>}
      {name && (
        <address className="mt-1 not-italic wrap-anywhere">
          <b className="b">{name}</b>
          {address.map((line) => <span key={line} className="block">{line}</span>)}
          {email && <span className="block">{texts.email}: <a className="inline-flex min-h-12 items-center underline" href={`mailto:${email}`}>{email}</a></span>}
          {phone && <span className="block">{texts.phone}: <a className="num inline-flex min-h-12 items-center underline" href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>{phone}</a></span>}
          {contact && <span className="block">{texts.contact}: {contact}</span>}
        </address>
      )}
    </div>
  );
}
