import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/server/generated/client";

const kept = globalThis as typeof globalThis & { floorClient?: PrismaClient };

/** Prisma as it comes: the owner's login, no transaction, no row-level security, ten connections as in the product. */
export const db = () => (kept.floorClient ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL ?? "", max: 10 }) }));

export const listRows = (diaryId: string, days: number) => {
  const from = new Date(Date.now() - days * 86_400_000);
  return db().checkIn.findMany({ where: { diaryId, supersededAt: null, recordedAt: { gte: from } }, orderBy: { recordedAt: "asc" } });
};
