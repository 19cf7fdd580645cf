import { connection } from "next/server";

/** What a page costs that does nothing: the scripts its HTML names are the floor of the check-in page's. */
export default async function EmptyPage() {
  await connection();
  return <main />;
}
