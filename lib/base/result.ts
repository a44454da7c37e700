/** The outcome of something a caller must expect to fail. A bug, or a lost database, throws instead. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Failure };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Failure>(problem: Failure): { readonly ok: false; readonly problem: Failure } {
  return { ok: false, problem };
}

/** The value of a result that our own code has just made sure of; throws where that promise is broken. */
export function expectOk<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`unexpected refusal ${result.problem.code}`);
  return result.value;
}
