import type { MedicineRecord } from "@/lib/domain/medicines/medicine";
import type { MedicineInput } from "@/lib/schemas/medicine";

/** A stored medicine as it is sent back, so that what a form does not show stays as it is. */
export function toMedicineInput({ createdAt: _createdAt, updatedAt, ...medicine }: MedicineRecord): MedicineInput {
  const written = Object.fromEntries(Object.entries(medicine).filter(([, value]) => value !== null));
  return { ...written, updatedAt: new Date(updatedAt).toISOString() } as MedicineInput;
}
