import type { Messages } from "@/lib/i18n/messages";

/** Start, 7.62 metres, finish, and room to walk on. Its text says the same. */
export function MarkPicture({ words }: { words: Messages["walk"]["mark"] }) {
  return (
    <svg className="chart mt-4 w-full" width={340} height={150} viewBox="0 0 340 150" role="img" aria-label={words.picture}>
      <rect className="fill-sunken" x={8} y={46} width={324} height={52} rx={8} />
      <g className="fill-none stroke-primary" strokeWidth={4} strokeLinecap="round">
        <path d="M44 38v68M258 38v68" />
      </g>
      <g className="fill-none stroke-ink" strokeWidth={2.5} strokeLinecap="round" strokeLinejoin="round">
        <path d="M52 124H250M60 117l-8 7 8 7M242 117l8 7-8 7" />
        <path d="M270 72h48M309 64l9 8-9 8" strokeDasharray="1 0" />
      </g>
      {/* Steps, left and right. */}
      <g className="fill-ink-2">
        {Array.from({ length: 7 }, (_, step) => <ellipse key={step} cx={68 + step * 28} cy={step % 2 === 0 ? 63 : 81} rx={9} ry={4.5} />)}
      </g>
      <text x={44} y={28} textAnchor="middle" className="t-ink font-semibold">{words.startLine}</text>
      <text x={258} y={28} textAnchor="middle" className="t-ink font-semibold">{words.finishLine}</text>
      <text x={296} y={60} textAnchor="middle">{words.onward}</text>
      <text x={151} y={146} textAnchor="middle" className="t-ink font-semibold num">{words.length}</text>
    </svg>
  );
}
