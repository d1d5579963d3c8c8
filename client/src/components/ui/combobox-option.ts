export interface ComboboxOption {
  value: string
  label: string
  /** A second, quieter line; why a disabled option cannot be chosen. */
  hint?: string
  group?: string
  disabled?: boolean
}

export interface OptionGroup<O> {
  name: string
  options: O[]
}

/** Options by group, both in the order in which they first appear. */
export function groupOptions<O extends ComboboxOption>(options: readonly O[]): OptionGroup<O>[] {
  const groups = new Map<string, O[]>()
  for (const option of options) {
    const name = option.group ?? ''
    groups.set(name, [...(groups.get(name) ?? []), option])
  }
  return [...groups].map(([name, options]) => ({ name, options }))
}
