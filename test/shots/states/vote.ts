import {
  battle,
  dialog,
  halfway,
  named,
  press,
  revealed,
  share,
  somebodyElse,
  voted,
  type State,
} from './steps.js'

const GRACE = { VOTE_GRACE_MS: '600000' }

/** The vote, its reveal, and rooms in which several vote. */
export const VOTE: readonly State[] = [
  {
    name: 'arena-early-vote',
    path: '/',
    reach: async (page, language) => {
      await halfway(page, language)
      await press(page, language.words.vote.early.offer)
      await page.getByRole('button', { name: language.words.vote.early.wait }).waitFor()
    },
  },
  { name: 'arena-vote-held', path: '/', env: GRACE, reach: voted },
  {
    name: 'arena-vote-changing',
    path: '/',
    env: GRACE,
    reach: async (page, language) => {
      await voted(page, language)
      await press(page, language.words.vote.change)
    },
  },
  { name: 'arena-reveal', path: '/', leadsTo: 'conversation', reach: revealed },
  { name: 'arena-reveal-contrast', path: '/', contrast: 'more', reach: revealed },
  {
    name: 'arena-why',
    path: '/',
    reach: async (page, language) => {
      await revealed(page, language)
      await press(page, language.words.why.open)
      await dialog(page)
    },
  },
  {
    name: 'arena-winner-stays',
    path: '/',
    leadsTo: 'side-by-side',
    reach: async (page, language) => {
      await revealed(page, language)
      await press(page, language.words.reveal.winnerStays)
    },
  },
  {
    name: 'arena-share',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      await press(page, language.words.room.share.open)
      await dialog(page)
    },
  },
  {
    name: 'room-link',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      await share(page, language)
    },
  },
  {
    name: 'room-code-large',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      await share(page, language)
      await press(page, language.words.room.share.large)
      await page.getByRole('dialog', { name: language.words.room.share.qr }).waitFor()
    },
  },
  {
    name: 'room-code-beside',
    path: '/',
    only: 'desk',
    reach: async (page, language) => {
      await battle(page, language)
      await share(page, language)
      await press(page, language.words.room.share.keep)
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'room-juror',
    path: '/',
    reach: async (page, language) => {
      const owner = await somebodyElse(page, '/')
      await battle(owner, language)
      await page.goto(await share(owner, language))
      await page.getByText(language.words.room.guest.juror).waitFor()
    },
  },
  {
    name: 'room-reader',
    path: '/',
    reach: async (page, language) => {
      const owner = await somebodyElse(page, '/')
      await battle(owner, language)
      await page.goto(await share(owner, language, 'read'))
      await page.getByText(language.words.room.guest.reader).waitFor()
    },
  },
  {
    name: 'room-voted',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      const juror = await somebodyElse(page, await share(page, language))
      await press(juror, language.words.vote.b)
      await named(juror, language)
      await page.keyboard.press('Escape')
      await page.getByText(language.words.room.tally.hidden).waitFor()
    },
  },
  {
    name: 'room-tally',
    path: '/',
    reach: async (page, language) => {
      await battle(page, language)
      const juror = await somebodyElse(page, await share(page, language))
      await press(juror, language.words.vote.b)
      await named(juror, language)
      await page.keyboard.press('Escape')
      await press(page, language.words.vote.a)
      await named(page, language)
      await page.getByRole('region', { name: language.words.room.tally.label }).waitFor()
    },
  },
]
