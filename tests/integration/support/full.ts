/** Whether the proofs run at their full size (`npm run account-proofs`). In the test command they run as a short slice. */
export const isFull: boolean = process.env.MODE === "account-proofs";
