import { z } from "zod";

/** Postgres stores neither the NUL character nor half of a surrogate pair. */
export const isStorable = (value: string) => !value.includes("\u0000") && !/\p{Surrogate}/u.test(value);

/** Text of people or devices, at most `most` characters after trimming. */
export const textSchema = (most: number, tooLong = "text.tooLong") => z.string().trim().max(most, tooLong).refine(isStorable, "text.characters");

/** An instant in UTC. What is far outside of a person's use is refused before the database would choke on it. */
export const instantSchema = z.iso.datetime("instant.invalid").refine((value) => value >= "2000" && value < "2200", "instant.range");

/** A calendar day of a person's life. */
export const daySchema = z.iso.date("day.invalid").refine((value) => value >= "1900" && value < "2101", "day.range");
