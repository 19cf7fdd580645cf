/** As it is committed: so many decimals and no more. */
export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));
