import { Command, Option } from 'commander'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import { VOTE_FORMATS, VOTE_TEXT, type VoteFormat } from '../leaderboard/votes-file/vote-text.js'
import type { Output } from './output.js'
import { count } from './rate-table.js'

interface ExportFlags {
  format: VoteFormat
  out?: string
  demo?: boolean
}

const DESCRIPTION =
  'write all votes that count, without text and under pseudonyms that are made anew each time; `ringside rate` makes the board from them. The server must be stopped'

export function exportCommand(output: Output): Command {
  const votes = new Command('votes')
    .description(DESCRIPTION)
    .addOption(new Option('--format <format>', 'form').choices(VOTE_FORMATS).default('jsonl'))
    .option('--out <file>', 'where to write; without it, on the standard output')
    .option('--demo', 'the votes on the demo models')
    .action((flags: ExportFlags) => exportVoteFile(flags, output))
  return new Command('export').description('write down what the arena has').addCommand(votes)
}

async function exportVoteFile(
  { format, out: file, demo }: ExportFlags,
  { out, err }: Output,
): Promise<void> {
  const settings = parseSettings(processEnvironment(), {}, process.cwd())
  // Imported only here, so that the other commands need not load it.
  const { exportVotes } = await import('../app/export-votes.js')
  const { head, line } = VOTE_TEXT[format]
  let votes = 0
  const into = async (write: (text: string) => Promise<void>): Promise<void> => {
    await write(head)
    await exportVotes(settings, {
      demo,
      take: async (lines) => {
        votes += lines.length
        await write(lines.map(line).join(''))
      },
    })
  }
  if (file === undefined) await into((text) => Promise.resolve(out(text)))
  else await intoFile(file, into)
  err(`${count(votes)} votes were exported${file === undefined ? '' : ` into ${file}`}.\n`)
}

/** A file that is whole, or as it was before. */
async function intoFile(
  file: string,
  work: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const half = `${file}.part`
  const stream = createWriteStream(half)
  try {
    await work(async (text) => {
      if (!stream.write(text)) await once(stream, 'drain')
    })
    stream.end()
    await finished(stream)
    await rename(half, file)
  } catch (error) {
    stream.destroy()
    await rm(half, { force: true })
    throw error
  }
}
