// `npm run bench`: the production build on an embedded Postgres, over loopback, beside bare floors measured in the same run.
// The figures to reach are ratios, so that they hold on any machine. `-- writes pages trends import rules sizes paint` runs only those parts.
import process from "node:process";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { Pool } from "pg";
import { v7 as uuidv7 } from "uuid";
import { COURSE_PAGES, giveCourse } from "./bench/course";
import { median, perSecond } from "./bench/load";
import { importTenYearsOfDays, importTenYearsOfEntries } from "./bench/imports";
import { createLongDiary } from "./bench/long-diaries";
import { paintTimes } from "./bench/paint";
import { checkInCall, createOwners, floorCall, inTurn, type BenchOwner } from "./bench/people";
import { evaluateMicroseconds } from "./bench/rules";
import { laterScripts, namedScripts } from "./bench/scripts-of-page";
import { startServers, type Servers } from "./bench/servers";
import { findBrowser } from "./test/browser.mjs";

const OWNERS = 400;
const ROUNDS = 3;
const TRENDS = "/trends?range=90";

type Row = { what: string; figure: string; target?: string; reached?: boolean };
type Bench = { servers: Servers; pool: Pool; owners: BenchOwner[] };

const rate = (value: number) => `${Math.round(value)} /s`;
const atLeast = (what: string, value: number, least: number): Row => ({ what, figure: value.toFixed(2), target: `>= ${least}`, reached: value >= least });
const atMost = (what: string, value: number, most: number, unit = ""): Row => ({ what, figure: `${value.toFixed(2)}${unit}`, target: `<= ${most}${unit}`, reached: value <= most });

/** Rounds in turn, so that a busy moment of the machine falls on all alike; the median round counts. */
async function inRounds<Name extends string>(measures: Record<Name, () => Promise<number>>): Promise<Record<Name, number>> {
  const names = Object.keys(measures) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) await measures[name](); // warms up, not counted
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) seen[name].push(await measures[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(seen[name])])) as Record<Name, number>;
}

async function writes({ servers, pool, owners }: Bench): Promise<Row[]> {
  // Each measure has owners of its own, so that what one adds does not lengthen the other's histories.
  const next = inTurn(owners.slice(0, 200));
  const nextOfBatches = inTurn(owners.slice(200, 300));
  const nextFloor = inTurn(owners.slice(300, 380));
  const found = await inRounds({
    parse: () => perSecond(servers.floor, floorCall("parse", nextFloor)),
    insert: () => perSecond(servers.floor, floorCall("insert", nextFloor)),
    raw: () => rawInserts(pool, nextFloor),
    checkIn: () => perSecond(servers.product, checkInCall(servers.product, next)),
  });
  const alone = { connections: 1, seconds: 4 };
  const turns = await inRounds({
    single: () => perSecond(servers.product, checkInCall(servers.product, next), alone),
    batch: () => perSecond(servers.product, checkInCall(servers.product, nextOfBatches, 100), alone),
  });
  const [single, batch] = [1000 / turns.single, 1000 / turns.batch];
  return [
    { what: "route that only parses", figure: rate(found.parse) },
    { what: "route with one Prisma insert", figure: rate(found.insert) },
    { what: "raw insert, 10 connections", figure: rate(found.raw) },
    { what: "full check-in, 10 connections", figure: rate(found.checkIn) },
    atLeast("full check-in / one Prisma insert", found.checkIn / found.insert, 0.6),
    { what: "one check-in alone", figure: `${single.toFixed(2)} ms` },
    { what: "a batch of 100", figure: `${batch.toFixed(2)} ms` },
    atMost("batch of 100 / one check-in", batch / single, 8),
  ];
}

async function rawInserts(pool: Pool, next: () => BenchOwner): Promise<number> {
  const seconds = 3;
  const end = Date.now() + seconds * 1000;
  let count = 0;
  await Promise.all(Array.from({ length: 10 }, async () => {
    while (Date.now() < end) {
      const { diaryId, userId } = next();
      await pool.query({
        name: "raw",
        text: `insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness, vision, walking,
          details, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
          values ($1, $2, 1, now(), now(), now(), now()::date, 'UTC', 4, 2, 1, 3, '{}', '{}', $3, 'raw', '{}', 'raw')`,
        values: [diaryId, uuidv7(), userId],
      });
      count += 1;
    }
  }));
  return count / seconds;
}

async function pages({ servers, owners }: Bench): Promise<Row[]> {
  const next = inTurn(owners.slice(-20));
  const found = await inRounds({
    rows: () => perSecond(servers.floor, () => ({ method: "GET", path: `/rows?diary=${next().diaryId}`, headers: {} })),
    trends: () => perSecond(servers.product, () => ({ method: "GET", path: TRENDS, headers: { cookie: next().cookie } })),
  });
  return [
    { what: "bare page that reads 90 days", figure: rate(found.rows) },
    { what: "trends page of 90 days", figure: rate(found.trends) },
    atLeast("trends page / bare page", found.trends / found.rows, 0.5),
  ];
}

const LENGTHS = { "30 days": 30, "90 days": 90, "1 year": 365, "5 years": 1826, "10 years": 3652 } as const;
type Length = keyof typeof LENGTHS;

/** Of the same ten years. */
const MONTH_OF_TEN_YEARS = "newest month of 10 years";

/**
 * The trends page of diaries of every length, all of it shown: one visit after the other, so that a figure is what one person waits for.
 * Two readings: ten years beside a young diary of 30 days, and beside the newest 30 days of the same diary.
 */
async function trends({ servers, pool }: Bench): Promise<Row[]> {
  const lengths = Object.keys(LENGTHS) as Length[];
  const diaries = await Promise.all(lengths.map((name) => createLongDiary(pool, servers.secret, LENGTHS[name])));
  type Shown = Length | typeof MONTH_OF_TEN_YEARS;
  const pagesOf = Object.fromEntries<{ path: string; cookie: string }>([
    ...lengths.map((name, place) => [name, { path: "/trends?range=all", cookie: diaries[place]!.cookie }] as const),
    [MONTH_OF_TEN_YEARS, { path: "/trends?range=30", cookie: diaries[lengths.indexOf("10 years")]!.cookie }],
  ]) as Record<Shown, { path: string; cookie: string }>;
  const names = Object.keys(pagesOf) as Shown[];
  const alone = { connections: 1, seconds: 4 };
  const found = await inRounds(Object.fromEntries(names.map((name) => {
    const { path, cookie } = pagesOf[name];
    return [name, () => perSecond(servers.product, () => ({ method: "GET", path, headers: { cookie } }), alone)];
  })) as Record<Shown, () => Promise<number>>);
  const rows: Row[] = [];
  const weights = {} as Record<Shown, number>;
  for (const name of names) {
    const { path, cookie } = pagesOf[name];
    const html = await (await fetch(`${servers.product}${path}`, { headers: { cookie } })).text();
    weights[name] = html.length;
    rows.push({ what: name === MONTH_OF_TEN_YEARS ? `trends of the ${name}` : `trends of a diary of ${name}`, figure: `${(1000 / found[name]).toFixed(1)} ms, ${kilobytes(html.length)}, gzip ${kilobytes(gzipSync(html).length)}` });
  }
  return [
    ...rows,
    atMost("time of 10 years / of a diary of 30 days", found["30 days"] / found["10 years"], 1.5),
    atMost("size of 10 years / of a diary of 30 days", weights["10 years"] / weights["30 days"], 1.5),
    atMost("time of 10 years / of their newest month", found[MONTH_OF_TEN_YEARS] / found["10 years"], 1.5),
    atMost("size of 10 years / of their newest month", weights["10 years"] / weights[MONTH_OF_TEN_YEARS], 1.5),
  ];
}

const LEAST_ROWS = 5_000;

/** Ten years brought in, one file after the other; the median file counts. */
async function imports({ servers, pool }: Bench): Promise<Row[]> {
  const { product, secret } = servers;
  await importTenYearsOfDays(product, pool, secret); // warms up, not counted
  const [days, entries] = [[], []] as [number[], number[]];
  let last = { exportMs: 0, bytes: 0, rows: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    days.push((await importTenYearsOfDays(product, pool, secret)).perSecond);
    const own = await importTenYearsOfEntries(product, pool, secret);
    entries.push(own.perSecond);
    last = own;
  }
  const row = (what: string, value: number): Row => ({ what, figure: `${Math.round(value)} rows/s`, target: `>= ${LEAST_ROWS}`, reached: value >= LEAST_ROWS });
  return [
    row("import of ten years of another diary", median(days)),
    row("import of ten years of Daymark's own", median(entries)),
    { what: "export of those ten years", figure: `${Math.round(last.exportMs)} ms, ${kilobytes(last.bytes)}` },
  ];
}

function rules(): Row[] {
  const [year, fourYears] = [evaluateMicroseconds(360, "bad"), evaluateMicroseconds(1_440, "bad")];
  return [
    atMost("evaluate, 180 days of history, an ordinary day, median", evaluateMicroseconds(180, "ordinary"), 300, " us"),
    atMost("evaluate, 180 days of history, a bad day, median", evaluateMicroseconds(180, "bad"), 300, " us"),
    atMost("four times the history / one (360 to 1,440 days; linear is 4)", fourYears / year, 4),
  ];
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

async function sizes({ servers, owners: [owner] }: Bench): Promise<Row[]> {
  const cookie = owner?.cookie ?? "";
  const bare = await namedScripts(servers.floor, "/empty");
  const today = await namedScripts(servers.product, "/today", cookie);
  const browser = await openBrowser();
  try {
    const context = await browser.newContext();
    await context.addCookies([{ ...asCookie(cookie), url: servers.product }]);
    const later = await laterScripts(await context.newPage(), servers.product, "/today", today.urls);
    return [
      { what: "scripts of an empty page, gzip", figure: kilobytes(bare.bytes) },
      { what: "scripts the check-in page names, gzip", figure: kilobytes(today.bytes) },
      { what: "scripts it loads afterwards, gzip", figure: kilobytes(later) },
      atMost("check-in page / empty page", today.bytes / bare.bytes, 1.15),
    ];
  } finally {
    await browser.close();
  }
}

async function paint({ servers, owners: [owner] }: Bench): Promise<Row[]> {
  const browser = await openBrowser();
  try {
    const drawn = await paintTimes(browser, `${servers.floor}/drawn?diary=${owner?.diaryId}`, ".recharts-line-curve");
    const trends = await paintTimes(browser, `${servers.product}${TRENDS}`, ".trend-plot .g-line", asCookie(owner?.cookie ?? ""));
    const ms = (value: number) => `${Math.round(value)} ms`;
    return [
      { what: "recharts draws all: browser's LCP (its title)", figure: ms(drawn.largest) },
      { what: "trends page: browser's LCP (its sentence)", figure: ms(trends.largest) },
      { what: "recharts draws all: line on the screen", figure: ms(drawn.line) },
      { what: "trends page: line on the screen", figure: ms(trends.line) },
      atMost("line of the trends page / line by recharts", trends.line / drawn.line, 0.6),
    ];
  } finally {
    await browser.close();
  }
}

const asCookie = (pair: string) => ({ name: pair.slice(0, pair.indexOf("=")), value: pair.slice(pair.indexOf("=") + 1) });

const openBrowser = async () => chromium.launch({
  executablePath: await findBrowser(process.cwd()),
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-quic", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
});

/** Each page of the course over time beside the bare page: no figure to reach, but one that grows is seen. */
async function course({ servers, pool, owners }: Bench): Promise<Row[]> {
  const some = owners.slice(-20);
  await giveCourse(pool, some, new Date().toISOString().slice(0, 10));
  const next = inTurn(some);
  const rows = () => perSecond(servers.floor, () => ({ method: "GET", path: `/rows?diary=${next().diaryId}`, headers: {} }));
  const page = (path: string) => () => perSecond(servers.product, () => ({ method: "GET", path, headers: { cookie: next().cookie } }));
  const found = await inRounds({ rows, ...Object.fromEntries(COURSE_PAGES.map((path) => [path, page(path)])) } as Record<"rows" | (typeof COURSE_PAGES)[number], () => Promise<number>>);
  return [
    { what: "bare page that reads 90 days", figure: rate(found.rows) },
    ...COURSE_PAGES.map((path): Row => ({ what: `${path} / bare page`, figure: `${(found[path] / found.rows).toFixed(2)} (${rate(found[path])})` })),
  ];
}

const PARTS = { rules, sizes, writes, pages, course, trends, import: imports, paint };

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const parts = Object.entries(PARTS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const began = Date.now();
  console.log("Building and starting Daymark and the floors ...");
  const servers = await startServers();
  const pool = new Pool({ connectionString: servers.databaseUrl, max: 10 });
  try {
    const owners = await createOwners(pool, servers.secret, OWNERS);
    console.log(`Up after ${Math.round((Date.now() - began) / 1000)} s.`);
    for (const [name, measure] of parts) {
      console.log(`\n${name}`);
      for (const { what, figure, target, reached } of await measure({ servers, pool, owners })) {
        console.log(`  ${what.padEnd(46)} ${figure.padStart(18)}  ${target ? `${target.padEnd(10)} ${reached ? "reached" : "MISSED"}` : ""}`);
      }
    }
  } finally {
    await pool.end();
    await servers.stop();
  }
}

await main();
