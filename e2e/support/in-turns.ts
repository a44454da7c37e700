/** Does something with each, so many at a time; the outcomes are in the order of what they came of. */
export async function inTurns<Given, Outcome>(
  given: readonly Given[],
  atATime: number,
  act: (each: Given) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const left = [...given.entries()].reverse();
  const goOn = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) outcomes[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: atATime }, goOn));
  return outcomes;
}
