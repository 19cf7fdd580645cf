const WEB_ADDRESS = /^[a-z-]+\.[a-z]+$/;

/** What stands beside the crisis lines of a country: hours, other ways. Where all there is is a web address, it can be opened. */
export function CrisisNote({ note }: { note: string | null }) {
  if (!note) return null;
  return (
    <p className="muted small mt-2">
      {WEB_ADDRESS.test(note)
        ? <a className="inline-flex min-h-12 items-center font-semibold underline" href={`https://${note}`} target="_blank" rel="noreferrer">{note}</a>
        : `${note.charAt(0).toUpperCase()}${note.slice(1)}.`}
    </p>
  );
}
