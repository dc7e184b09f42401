/**
 * Waits until a probe answers something other than `undefined` or `false` and returns that. A probe that throws is asked
 * again, so it may hold assertions; it has to end with `return true`. The editor does much of its work after the call
 * that asked for it.
 */
export async function eventually<T>(
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
  milliseconds = 15_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    let failure: unknown;
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer;
      failure = new Error(`It did not come true within ${milliseconds} ms`);
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline) throw failure;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
