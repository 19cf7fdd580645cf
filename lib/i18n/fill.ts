/** Puts values into a text: `fill("Call {number} now", { number: "999" })`. An unknown placeholder stays as it is. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
