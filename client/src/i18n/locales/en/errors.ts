import type { ErrorCode } from '#shared/error-codes'

/** What happened, whether anything is lost, and the one next thing to do. */
export const errors = {
  answer_failed: 'This side could not finish its answer. Your prompt is kept; try again.',
  answer_empty: 'This side answered with nothing. Your prompt is kept; try again.',
  answer_truncated: 'The answer broke off. What arrived is kept; try again for a whole answer.',
  answer_timeout: 'This side took too long. What arrived is kept; try again.',
  answer_filtered:
    'This side declined to answer for safety reasons. Your prompt is kept; word it differently.',
  answer_interrupted: 'The server stopped during this answer. The text so far is kept; try again.',
  budget_spent:
    'What may be spent on this today is used up. Nothing was sent, and your text is kept; choose another model, begin a new round, or come back later.',
  model_busy: 'This model has too many requests at the moment. Your prompt is kept.',
  model_misconfigured:
    'This model is not set up correctly on this server. Your prompt is kept; choose another model and tell the operator.',
  model_rejected:
    'This model refused the request. Your prompt is kept; change the parameters or choose another model.',
  model_unreachable:
    'This model cannot be reached. Your prompt is kept; try again, or choose another model.',
  access_code_wrong:
    'This code lets nobody in: it is mistyped, or was withdrawn. Check it, or ask whoever runs this arena.',
  access_required: 'This arena is for people with a code. Nothing of yours is lost; enter one.',
  already_voted: 'You have already voted on this, and that vote counts. Start a new round.',
  answer_running: 'An answer is still running. Nothing was changed; wait for it or stop it first.',
  answer_too_dear:
    'An answer of this length may cost too much here. Nothing was sent, and your text is kept; ask for fewer tokens.',
  config_invalid:
    'The configuration has faults, so the old one stays in use. Correct the listed faults and reload.',
  consent_required:
    'This arena asks you to agree to its terms and its privacy notice first. Nothing was sent, and what you typed is kept; agree below, then try again.',
  content_refused:
    'The rules of this arena do not allow this. It was not sent, and your text is kept; word it differently.',
  conversation_closed:
    'This conversation takes no more prompts. Everything in it is kept; start a new one.',
  image_limit:
    'A conversation shows at most 20 pictures. Nothing was sent; start a new one to show more.',
  image_missing:
    'A picture waited too long to be sent and is gone. Your text is kept; add the picture again.',
  image_too_large:
    'This picture is larger than 10 MB, 25 megapixels or 16,384 pixels a side, or of a form (GIF, WebP, progressive JPEG, interlaced or very wide PNG) that may have fewer. Make it smaller, or save it as a plain JPEG, and add it again.',
  image_unreadable:
    'This file is damaged or no picture that can be taken. Choose a PNG, JPEG, WebP or GIF.',
  images_off: 'This arena takes no pictures. Your text is kept; send it without them.',
  internal: 'Something went wrong on the server. What you see is kept; try again.',
  invalid_payload:
    'The server did not understand this request. Nothing was changed; reload the page.',
  model_unavailable: 'This model is not available. Nothing was sent; choose another one.',
  models_away: 'Too many models cannot be reached at the moment. Your prompt is kept.',
  moderation_down:
    'Nobody can look at prompts at the moment, so none are sent. Your text is kept; try again in a while.',
  not_enough_models:
    'There are not enough models for this. Nothing was sent; ask the operator to add one.',
  not_found: 'This does not exist, or it is not yours to see. Go back to the arena.',
  not_retryable:
    'This side cannot be asked again on its own. Everything is kept as it is; ask both again, or start a new round.',
  not_supported: 'This arena cannot do that. Nothing was changed.',
  no_vision:
    'Not every model of this conversation can see pictures. Nothing was sent; your text and pictures are kept. A new round can be with models that see.',
  not_votable: 'There is nothing to vote on here. No vote was counted; start a new round.',
  origin_refused:
    'The server does not accept requests from this address. Nothing was sent; open Ringside by its own address.',
  rate_limited: 'That was a little too fast. Nothing was sent; wait a moment and try again.',
  session_required: 'Your session has ended. Your conversations are kept; reload the page.',
  shutting_down: 'The server is restarting. Nothing is lost; try again in a moment.',
  side_failed:
    'A side of this round has no whole answer. Your text is kept; try that side again first, or start a new round.',
  text_too_long: 'The text is too long. It is still in the box; shorten it and send again.',
  turn_limit:
    'This conversation has reached its last turn. Everything in it is kept; start a new one.',
  unauthorized: 'This needs permission that you do not have. Nothing was changed; sign in first.',
  unknown_event:
    'This page is older or newer than its server. Nothing was changed; reload the page.',
  vote_waits:
    'These answers can be voted on when both have ended. Nothing is lost; wait for them, then vote.',
} as const satisfies Record<ErrorCode, string>
