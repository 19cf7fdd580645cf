"use client";

import { CartesianGrid, Line, LineChart, XAxis, YAxis } from "recharts";

const SCORES = ["fatigue", "numbness", "vision", "walking"] as const;

type DrawnProps = { days: ({ day: string } & Record<(typeof SCORES)[number], number>)[] };

export function Drawn({ days }: DrawnProps) {
  return (
    <main>
      <h1>Trends</h1>
      {SCORES.map((score) => (
        <LineChart key={score} width={350} height={160} data={days}>
          <CartesianGrid />
          <XAxis dataKey="day" />
          <YAxis domain={[0, 10]} />
          <Line className="floor-line" dataKey={score} isAnimationActive={false} dot={false} />
        </LineChart>
      ))}
    </main>
  );
}
