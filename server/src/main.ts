import 'reflect-metadata'
import { processOutput } from './cli/output.js'
import { runCli } from './cli/run-cli.js'

/** What is still open when the command has ended may not hold the process for longer than this. */
const LINGER_MS = 2_000

// What the arena keeps, prompts and votes among it, is for its own user's eyes.
process.umask(0o077)
process.exitCode = await runCli(process.argv.slice(2), processOutput)
setTimeout(() => process.exit(), LINGER_MS).unref()
