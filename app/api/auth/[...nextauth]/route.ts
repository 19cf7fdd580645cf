import { authHandler } from "@/lib/server/auth";

/** Sign-in and sign-out, as next-auth speaks them. */
export const GET = authHandler;
export const POST = authHandler;
