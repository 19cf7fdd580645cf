import type { ReactNode } from "react";

type PersonHeadProps = { name: string; line: string; level?: "h1" | "h2"; children?: ReactNode };

/** Initial, name and one line below it; what stands at the end of the row is a child. */
export function PersonHead({ name, line, level: Heading = "h2", children }: PersonHeadProps) {
  return (
    <div className="row flex-wrap gap-3.5">
      <span className="avatar" aria-hidden="true">{initialOf(name)}</span>
      <div className="grow">
        <Heading>{name}</Heading>
        <p className="small muted">{line}</p>
      </div>
      {children}
    </div>
  );
}

const initialOf = (name: string) => [...name.trim()][0]?.toLocaleUpperCase() ?? "";
