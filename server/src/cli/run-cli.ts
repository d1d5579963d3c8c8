import { CommanderError } from 'commander'
import { EXIT_CODES, StartupError } from '../config/startup-error.js'
import type { Output } from './output.js'
import { createProgram, withDefaultCommand } from './program.js'

/**
 * Runs one command to its end.
 * @param args without the names of node and of the script
 * @returns the exit code; every failure has been told on `output.err`, in words and without a stack
 */
export async function runCli(args: readonly string[], output: Output): Promise<number> {
  try {
    await createProgram(output).parseAsync(withDefaultCommand(args), { from: 'user' })
    return EXIT_CODES.ok
  } catch (error) {
    // Commander has written its message, or the help that was asked for.
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage
    const message = error instanceof Error ? error.message : String(error)
    output.err(`${error instanceof StartupError ? message : `Ringside failed: ${message}`}\n`)
    return error instanceof StartupError ? error.exitCode : EXIT_CODES.runtime
  }
}
