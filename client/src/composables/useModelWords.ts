import { useI18n } from 'vue-i18n'
import type { ModelSummary } from '#shared/protocol/model'

type Said = Pick<ModelSummary, 'name' | 'demo' | 'unset' | 'description'> & {
  organization?: string
}

/** Our own words about a model, in the language of the page; an operator's stay as they are. */
export function useModelWords() {
  const { t, te } = useI18n()

  function whyNot({ unset }: Pick<Said, 'unset'>): string {
    if (!unset) return t('models.off')
    const variables = unset.variables.join(', ')
    return t(unset.oneIsEnough && unset.variables.length > 1 ? 'models.unsetAny' : 'models.unset', {
      variables,
    })
  }

  function about({ name, demo, description, organization }: Said): string | undefined {
    const key = `models.demo.${name.replace(/^demo-/, '')}`
    return demo && te(key) ? t(key) : (description ?? organization)
  }

  return { whyNot, about }
}
