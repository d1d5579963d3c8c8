/** The parameters that some models refuse, by the names under which their errors speak of them. */
export type ParameterName = 'temperature' | 'top_p' | 'max_tokens' | 'max_completion_tokens'
