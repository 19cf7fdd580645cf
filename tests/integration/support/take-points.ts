import { takePoint } from "@/lib/server/data/limits";
import { disconnect } from "@/lib/server/db";

/** A process of its own that takes points of one limit, as many at once as it is told, and prints how many it was given. */
const [key = "", points = "", times = ""] = process.argv.slice(2);
const taken = await Promise.all(Array.from({ length: Number(times) }, () => takePoint({ name: "two-processes", points: Number(points), seconds: 3600 }, key)));
await disconnect();
process.stdout.write(JSON.stringify(taken.filter((wait) => wait === null).length));
