"use client";

import { useState } from "react";
import { MedicinesSection, type ListedMedicine } from "@/components/setup/medicines-section";
import type { SetUpTexts } from "@/components/setup/section-props";

type MedicinesEditorProps = { texts: SetUpTexts; diaryId: string; stored: readonly ListedMedicine[] };

/** The medicines by themselves, to change them later. */
export function MedicinesEditor({ texts, diaryId, stored }: MedicinesEditorProps) {
  const [list, setList] = useState(stored);
  return <MedicinesSection texts={texts} diaryId={diaryId} list={list} setList={setList} />;
}
