/** How far two means are apart, in units of what chance alone would bring about: Welch's t. */
export function welchT(left: readonly number[], right: readonly number[]): number {
  const [one, two] = [momentsOf(left), momentsOf(right)];
  return (one.mean - two.mean) / Math.sqrt(one.variance / left.length + two.variance / right.length);
}

export function momentsOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}
