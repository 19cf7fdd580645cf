import { messages } from "@/lib/i18n/messages";

/** The real heading with still blocks, after 300 ms. */
export default function TodayLoading() {
  return (
    <main id="main" tabIndex={-1} aria-busy="true">
      <div className="max-w-[44rem] pt-16">
        <h1>{messages.checkIn.title}</h1>
        <p className="vh" role="status">{messages.checkIn.loading}</p>
        <div className="mt-6 grid gap-4" aria-hidden="true">{[1, 2, 3, 4].map((row) => <div key={row} className="card bg-sunken h-24" />)}</div>
      </div>
    </main>
  );
}
