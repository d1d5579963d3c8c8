import { expect, it } from 'vitest'
import { parseEndpoints } from '#server/config/parse-endpoints'

/** A file as the predecessor's guide has people write it: its four types, its variables, its shortest entry. */
const GUIDE = `{
    "gpt-4o-2024-05-13": {
        "model_name": "gpt-4o-2024-05-13",
        "api_base": "https://api.openai.com/v1",
        "api_type": "openai",
        "api_key": "\${OPENAI_API_KEY}",
        "anony_only": false,
        "recommended_config": {
            "temperature": 0.7,
            "top_p": 1.0
        },
        "text-arena": true,
        "vision-arena": true
    },
    "claude-3-5-sonnet-20241022": {
        "model_name": "claude-3-5-sonnet-20241022",
        "api_type": "anthropic_message",
        "api_key": "\${ANTHROPIC_API_KEY}"
    },
    "gemini-1.5-pro": {
        "model_name": "gemini-1.5-pro",
        "api_type": "gemini",
        "api_key": "\${GOOGLE_API_KEY}"
    },
    "mistral-large-2407": {
        "model_name": "mistral-large-2407",
        "api_type": "mistral",
        "api_key": "\${MISTRAL_API_KEY}"
    },
    "gpt-4o-mini": {
        "api_key": "\${OPENAI_API_KEY}"
    }
}`

it('takes a file of the guide’s kind without a warning, each model with its own key', () => {
  const parsed = parseEndpoints(GUIDE, {
    OPENAI_API_KEY: 'o',
    ANTHROPIC_API_KEY: 'a',
    GOOGLE_API_KEY: 'g',
    MISTRAL_API_KEY: 'm',
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  expect(parsed.warnings).toEqual([])
  expect(
    parsed.endpoints.map(({ name, provider, apiKey, available, vision }) => [
      name,
      provider,
      apiKey,
      available,
      vision,
    ]),
  ).toEqual([
    ['gpt-4o-2024-05-13', 'openai', 'o', true, true],
    ['claude-3-5-sonnet-20241022', 'anthropic_message', 'a', true, false],
    ['gemini-1.5-pro', 'gemini', 'g', true, false],
    ['mistral-large-2407', 'mistral', 'm', true, false],
    ['gpt-4o-mini', 'openai', 'o', true, false],
  ])
})
