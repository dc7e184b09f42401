/** A value times the factor of its unit, exactly where the factor is a tenth or a hundredth. */
export function scaled(value: number, factor: number): number {
  return factor < 1 ? rounded(value / Math.round(1 / factor)) : rounded(value * factor);
}

/** Takes off the noise of binary fractions: 38.699999999999996 is 38.7. */
export function rounded(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e14 ? value : Number(value.toPrecision(14));
}
