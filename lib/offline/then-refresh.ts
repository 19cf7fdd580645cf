/** Whose diary it is, and where its copy lies on this device. */
export type DiaryOf = { userId: string; diaryId: string };

/** Once a change of what the rules read was saved, the rules of this device know it too; fetched on demand, since no page needs it before. */
export async function thenRefresh<Outcome extends { kind: string }>({ userId, diaryId }: DiaryOf, saving: Promise<Outcome>): Promise<Outcome> {
  const outcome = await saving;
  if (outcome.kind === "saved" || outcome.kind === "ok") {
    const { refreshContext } = await import("@/lib/offline/refresh-context");
    await refreshContext({ userId, diaryId });
  }
  return outcome;
}
