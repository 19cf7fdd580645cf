/** A line through these points, broken where one is missing. A day between two gaps is a line of no length, which the round cap draws as a dot. */
export function linePath(points: readonly ({ x: number; y: number } | null)[]): string {
  return points.map((point, index) => {
    if (!point) return "";
    const isJoined = Boolean(points[index - 1]);
    return `${isJoined ? "L" : "M"}${point.x} ${point.y}${!isJoined && !points[index + 1] ? "h0" : ""}`;
  }).join("");
}

/** To a tenth of a pixel. */
export const roundPixels = (value: number) => Math.round(value * 10) / 10;
