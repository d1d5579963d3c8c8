/** What each route is for, in a sentence: an object for a table of contents, `GET /api/models` first. */
export const SUMMARIES: Record<string, string> = {
  'GET /api/site':
    'What a page must know before it can draw itself; gives a session to who has none.',
  'POST /api/access': 'Lets in who has a join code, where the arena asks for one.',
  'GET /api/pages/{page}':
    'The words of about, terms or privacy as Markdown: the operator’s, or those that come with the software.',
  'GET /api/consent': 'Whether whoever asks has agreed to the terms and the privacy notice.',
  'POST /api/consent': 'Agrees to the terms and the privacy notice of this version.',
  'GET /api/models': 'The models that people can choose, and why some are not available.',
  'GET /api/conversations':
    'One’s own conversations, the newest first, a page at a time; with `search`, those with its words.',
  'GET /api/conversations/{id}':
    'A conversation as its viewer may see it; names only where they may be known.',
  'GET /api/conversations/{id}/export':
    'A conversation as a file, Markdown or JSON, with what its viewer may know.',
  'PATCH /api/conversations/{id}': 'Gives a conversation another title, or pins it.',
  'DELETE /api/conversations/{id}': 'Erases a conversation with its text and pictures.',
  'GET /api/me': 'How much this arena has of whoever asks.',
  'GET /api/me/export': 'All of it as JSON, a conversation or a picture a line.',
  'DELETE /api/me': 'Erases all of it and gives the browser another session.',
  'POST /api/images':
    'Uploads a picture, as multipart with the field `file`; its id goes along with a prompt.',
  'GET /api/images/{id}': 'A picture, for those who may see its conversation.',
  'GET /api/leaderboard': 'A board: the leaderboard of one slice, as JSON or CSV.',
  'GET /api/leaderboard/slices':
    'What the board can be filtered by, and how many votes each choice has.',
  'GET /api/leaderboard/matrices': 'How every two models did against each other.',
  'GET /api/leaderboard/pair':
    'Two models compared: how sure one is better, and how many more battles would tell.',
  'GET /api/leaderboard/effect':
    'What one’s own vote on a battle did: how others voted on the pair, and the board without it.',
  'GET /api/leaderboard/model': 'One model: its versions, opponents and categories.',
  'GET /api/leaderboard/bootstrap': 'A board’s intervals once more, by drawing its battles again.',
  'POST /api/leaderboard/snapshots': 'Keeps a board as it is now, to be cited.',
  'GET /api/leaderboard/snapshots/{id}': 'A board that was kept.',
  'GET /api/leaderboard/snapshots/{id}/board.csv': 'A board that was kept, as CSV.',
  'GET /api/leaderboard/snapshots/{id}/votes.jsonl':
    'The votes behind a board that was kept, without text and identity.',
  'GET /api/leaderboard/history': 'Scores day by day.',
  'GET /api/leaderboard/draws':
    'Who was drawn how often, and how many votes do not count for which reason.',
  'GET /health/live': 'Whether the process is alive.',
  'GET /health/ready':
    'Whether it can serve: 503 while storage does not answer or takes no writes, or on its way down.',
  'GET /metrics': 'Figures in the text format of Prometheus.',
  'GET /api/admin/overview':
    'People, rooms, streams, what was used today, the last 24 hours, the public link.',
  'GET /api/admin/spend':
    'Answers, tokens and cost of each model and day, and how the budgets stand.',
  'GET /api/admin/moderation': 'Whether prompts are judged before they are sent, and how it goes.',
  'GET /api/admin/access/codes': 'The join codes of an arena that is not open to all.',
  'POST /api/admin/access/codes': 'Makes a join code.',
  'POST /api/admin/access/codes/{id}/revoke':
    'Revokes a join code: whoever came in by it is out at once.',
  'GET /api/admin/audit': 'What was done with the admin token, the newest first.',
  'GET /api/admin/backups': 'Copies of the database, and how far the one is that is being made.',
  'POST /api/admin/backups': 'Begins a copy of the file database in the data folder.',
  'POST /api/admin/reload':
    'Reads the model file again; 422 with every fault where it cannot be taken.',
  'GET /api/admin/models': 'Every model with its state, its breaker and its last failure.',
  'POST /api/admin/models/set':
    'Switches a model off or weighs it for now, whatever the model file says.',
  'POST /api/admin/models/clear': 'Lets the model file hold again.',
  'POST /api/admin/models/test': 'Sends a tiny prompt to a model and tells how it answered.',
  'GET /api/admin/votes': 'Votes by state and reason, the newest first.',
  'GET /api/admin/votes/counts': 'How many votes there are by state and reason.',
  'POST /api/admin/votes/{id}/withdraw': 'Takes a vote off the boards.',
  'POST /api/admin/votes/{id}/restore':
    'Puts back a vote that was withdrawn, or that was too many for a cap.',
  'GET /api/admin/voters': 'Who votes, the busiest first.',
  'POST /api/admin/voters/{id}/exclude': 'No vote of this voter counts any more.',
  'POST /api/admin/voters/{id}/restore':
    'Votes that did not count for that reason alone count again.',
  'PUT /api/admin/battles/{id}/labels': 'Gives a battle other labels or another language.',
  'GET /api/admin/conversations': 'Conversations of all people, without anything that was said.',
  'POST /api/admin/conversations/{id}/read':
    'What was said in one; that it was read is written down first.',
  'GET /api/admin/export/{kind}':
    'All final votes, or the battles that count, as JSON lines or CSV.',
}
