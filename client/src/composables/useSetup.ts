import { computed, onMounted, watch } from 'vue'
import { SYSTEM_PROMPT_LIMIT, codePoints } from '#shared/limits'
import { SIDE_COUNT, type Mode } from '#shared/vocabulary'
import { useDraft, type Setup } from '../stores/draft.js'
import { useModels } from '../stores/models.js'

/** Which models a named mode asks, and how; kept until it is sent. */
export function useSetup(mode: () => Mode) {
  const draft = useDraft()
  const models = useModels()

  const named = computed(() => mode() !== 'battle')
  const setup = computed(() => draft.setupOf(mode()))
  const field = <K extends keyof Setup>(name: K) =>
    computed({
      get: () => setup.value[name],
      set: (value: Setup[K]) => draft.keepSetup(mode(), { ...setup.value, [name]: value }),
    })
  const chosen = field('models')

  /** Models that have left the configuration since they were chosen would only be refused. */
  const usable = computed(() => {
    const available = new Set(models.inMode(mode()).flatMap((m) => (m.available ? [m.name] : [])))
    return chosen.value.filter((name) => available.has(name))
  })
  const complete = computed(() => !named.value || usable.value.length === SIDE_COUNT[mode()])
  const overlong = computed(
    () => named.value && codePoints(setup.value.systemPrompt) > SYSTEM_PROMPT_LIMIT,
  )

  function load(): void {
    if (named.value && models.state !== 'ready') void models.load()
  }
  onMounted(load)
  watch(mode, load)

  return {
    named,
    setup,
    chosen,
    parameters: field('parameters'),
    systemPrompt: field('systemPrompt'),
    complete,
    /** The system prompt is longer than one may be. */
    overlong,
    options: computed(() => models.inMode(mode())),
    state: computed(() => models.state),
    reload: models.load,
  }
}
