import { describe, expect, it } from 'vitest'
import { announcedLink, mayFollow } from '#server/share/announced-link'

describe('the link that a tunnel service tells', () => {
  it.each([
    [
      'among greetings and advertisements',
      `Welcome to localhost.run!\r
To set up and manage custom domains go to https://admin.localhost.run/\r
To get past a refusal make a free tunnel without a key: http://localhost.run/docs/faq#keys\r
a1b2c3.lhr.life tunneled with tls termination, https://a1b2c3.lhr.life\r
`,
      'https://a1b2c3.lhr.life',
    ],
    [
      'in colours, under the name of the service',
      '\u001b[32mForwarding HTTP traffic from \u001b[0mhttps://abc.localhost.run\n',
      'https://abc.localhost.run',
    ],
    ['alone on its line', 'You are in.\n\nhttps://x.example.com/\n', 'https://x.example.com'],
    ['the encrypted one of two', 'https://x.example\nhttp://x.example\n', 'https://x.example'],
    ['the only one, not encrypted', 'tunnel: http://x.example:8080\n', 'http://x.example:8080'],
    [
      'the newest, since a free link may change',
      'old tunnel https://old.example\nnew tunnel https://new.example\n',
      'https://new.example',
    ],
    ['none in the service’s own address', 'Forwarding by https://localhost.run\n', undefined],
    ['none in a page of a manual', 'tunnels: https://docs.example/tunnel\n', undefined],
    ['none in an advertisement', 'Follow us at https://social.example today\n', undefined],
    ['none in nothing', '', undefined],
    [
      'none in what a visitor asked for',
      'HTTP request from 1.2.3.4 to https://vere.service.example/forward(https://evil.example\n',
      undefined,
    ],
    ['none in a part of a word', 'https://x.example/forward(https://evil.example\n', undefined],
    [
      'none in one of two addresses',
      'tunnel of https://x.example: https://evil.example\n',
      undefined,
    ],
    ['none in the line of a log', 'GET /forward https://evil.example\n', undefined],
  ])('%s', (_, text, link) => {
    expect(announcedLink(text, 'localhost.run')).toBe(link)
  })
})

it.each([
  ['https://def.lhr.life', 'https://abc.lhr.life', true],
  ['https://abc.lhr.life', 'http://abc.lhr.life', true],
  ['https://evil.example', 'https://abc.lhr.life', false],
  ['https://abc.lhr.life.evil.example', 'https://abc.lhr.life', false],
  ['https://evil.com', 'https://mine.com', false],
])('%s may follow %s: %s', (next, link, may) => {
  expect(mayFollow(next, link)).toBe(may)
})
