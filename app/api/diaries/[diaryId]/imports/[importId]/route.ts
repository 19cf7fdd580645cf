import { importParams } from "@/lib/schemas/params";
import { undoImport } from "@/lib/server/data/imported-days";
import { handle } from "@/lib/server/handle";

/** Takes back a whole file. */
export const DELETE = handle({ params: importParams }, (viewer, params) => undoImport(viewer, params));
