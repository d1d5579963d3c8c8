/** The pages of the navigation, by the names of their routes. */
export const PAGES = ['battle', 'side-by-side', 'direct', 'leaderboard'] as const
