import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { DiaryScope } from "@/lib/server/access";
import { NotFoundError } from "@/lib/server/errors";

type Medicine = NonNullable<Awaited<ReturnType<DiaryScope["db"]["medicine"]["findUnique"]>>>;

/** The medicine, held until the transaction ends: two changes of one medicine come one after the other. @throws NotFoundError */
export async function lockMedicine(scope: DiaryScope, id: string): Promise<Medicine> {
  await scope.db.$queryRaw`select 1 as held from medicines where diary_id = ${scope.diaryId}::uuid and medicine_id = ${id}::uuid for update`;
  const row = await scope.db.medicine.findUnique({ where: { diaryId_id: { diaryId: scope.diaryId, id } } });
  if (!row) throw new NotFoundError();
  return row;
}

/** The days of a medicine's infusions that stand, newest first. */
export async function infusionDays(scope: DiaryScope, medicineId: string): Promise<Date[]> {
  const rows = await scope.db.medicineEvent.findMany({
    where: { diaryId: scope.diaryId, medicineId, kind: "infusion", removedAt: null }, select: { day: true }, orderBy: { day: "desc" },
  });
  return rows.map(({ day }) => day);
}

/** A last dose that was typed is kept as an infusion of its own where others are, so that taking a later one back leaves it. */
export async function keepAsInfusion(scope: DiaryScope, medicineId: string, day: Date): Promise<void> {
  await scope.db.medicineEvent.create({ data: { diaryId: scope.diaryId, id: uuidv7(), medicineId, kind: "infusion", day, createdAt: new Date() } });
}

/** So that the moment of a change is always another one than before. */
export const laterThan = ({ updatedAt }: Pick<Medicine, "updatedAt">): Date => new Date(Math.max(Date.now(), updatedAt.getTime() + 1));
