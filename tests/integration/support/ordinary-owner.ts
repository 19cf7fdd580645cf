import { Client } from "pg";
import { startPostgres, type TestPostgres } from "@/tests/postgres";

export type OrdinaryOwner = TestPostgres & {
  /** the address of a database for one of the two logins */
  urlOf: (login: "keeper" | "web", database?: "diary" | "empty") => string;
};

/**
 * A server of its own, as hosters give it: the databases "diary" and "empty" belong to `keeper`, an ordinary login, so that forced
 * row-level security asks their owner too; `web` is the app's own login and owns nothing. `ownerUrl` is still a superuser's.
 */
export async function startOrdinaryOwner(): Promise<OrdinaryOwner> {
  const postgres = await startPostgres();
  const superuser = new Client({ connectionString: postgres.ownerUrl });
  await superuser.connect();
  await superuser.query("create role keeper login createrole password 'k'");
  await superuser.query("create role web login password 'w'");
  for (const database of ["diary", "empty"]) await superuser.query(`create database ${database} owner keeper`);
  await superuser.end();
  const urlOf: OrdinaryOwner["urlOf"] = (login, database = "diary") =>
    Object.assign(new URL(postgres.ownerUrl), { pathname: `/${database}`, username: login, password: login[0] }).href;
  return { ...postgres, urlOf };
}
