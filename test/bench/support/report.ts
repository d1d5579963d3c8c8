import { mkdirSync, writeFileSync } from 'node:fs'

/** Prints a bench as a table and keeps it as JSON under `bench-results/`. */
export function report(name: string, rows: readonly Record<string, number | string>[]): void {
  mkdirSync('bench-results', { recursive: true })
  writeFileSync(`bench-results/${name}.json`, `${JSON.stringify({ name, rows }, null, 2)}\n`)
  const columns = Object.keys(rows[0] ?? {})
  const text = (value: number | string) =>
    typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : value
  const lines = [columns, ...rows.map((row) => columns.map((column) => text(row[column] ?? '')))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]!.length)))
  const table = lines.map((line) => line.map((cell, i) => cell.padEnd(widths[i]!)).join('  '))
  process.stdout.write(`\n${name}\n${table.join('\n')}\n`)
}
