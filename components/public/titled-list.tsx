/** A heading with short sentences below it. */
export function TitledList({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2 className="mb-1.5">{title}</h2>
      <ul className="grid list-disc gap-1.5 ps-5">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}
