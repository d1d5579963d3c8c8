// Loaded before a measured program: answers, when asked, what the process has used so far.
process.on('message', (question) => {
  if (question !== 'usage') return
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ cpuMicros: user + system, rss, heapUsed })
})
// The question alone must not keep the program alive.
process.channel?.unref()
