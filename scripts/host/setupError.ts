/** Something the person at the keyboard has to change: shown as one sentence, without a stack. */
export class SetupError extends Error {}

/** Runs a program to its end: a `SetupError` is told in its sentence, anything else is our bug and keeps its stack. */
export async function runProgram(program: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
