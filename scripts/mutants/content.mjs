export const CONTENT = [
  {
    guard: 'a picture is no larger than promised',
    file: 'server/src/images/normalise-image.ts',
    from: 'if (header.width * header.height > most) throw tooManyPixels(most)',
    to: '',
    tests: ['test/integration/arena/uploads.test.ts'],
  },
  {
    guard: 'scripts come from here alone',
    file: 'server/src/app/security-headers.ts',
    from: `scriptSrc: ["'self'"]`,
    to: `scriptSrc: ["'self'", "'unsafe-inline'"]`,
    tests: ['test/integration/arena/door.test.ts'],
  },
  {
    guard: 'an answer on the page is sanitised',
    file: 'client/src/lib/markdown/sanitize.ts',
    from: 'ALLOWED_TAGS: TAGS,',
    to: "ALLOWED_TAGS: [...TAGS, 'script', 'img', 'iframe', 'svg', 'form', 'style'],",
    tests: ['test/unit/client/markdown/sanitized.test.ts'],
  },
  {
    guard: 'a picture is what its first bytes say',
    file: 'server/src/images/normalise-image.ts',
    from: 'if (!format) throw unreadable()',
    to: '',
    tests: ['test/integration/arena/uploads.test.ts'],
  },
  {
    guard: 'a picture is what its decoder says too',
    file: 'server/src/images/normalise-image.ts',
    from: 'if (header.format !== format) throw unreadable()',
    to: '',
    tests: ['test/integration/arena/uploads.test.ts'],
  },
  {
    guard: 'a picture is served in a sandbox',
    file: 'server/src/arena/pictures/image.controller.ts',
    from: `"sandbox; default-src 'none'"`,
    to: `"default-src 'none'"`,
    tests: ['test/integration/arena/images.test.ts'],
  },
]
