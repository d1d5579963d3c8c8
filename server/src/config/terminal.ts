import { isatty } from 'node:tty'

/** Whether somebody sits at a terminal of this process: then SIGHUP means that it was closed. */
export const hasTerminal = (): boolean => [0, 1, 2].some((descriptor) => isatty(descriptor))
