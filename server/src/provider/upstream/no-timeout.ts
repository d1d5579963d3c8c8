/**
 * The longest delay that a timer takes (2^31 - 1 ms). The timeouts of the SDKs end with the headers and
 * leave a stalled stream alone, so ours rule and theirs are switched off.
 */
export const NO_TIMEOUT_MS = 2_147_483_647
