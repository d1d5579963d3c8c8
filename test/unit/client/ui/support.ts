import { mount, type VueWrapper } from '@vue/test-utils'
import type { Component, ComponentPublicInstance } from 'vue'
import { i18n } from '../../../../client/src/i18n/index.js'

/** A component on the page, with its words: what floats is found in `document.body`. */
export function onPage(
  component: Component,
  props: Record<string, unknown> = {},
  slots: Record<string, unknown> = {},
): VueWrapper<ComponentPublicInstance<Record<string, unknown>>> {
  // Generic components have no type that `mount` could take with properties of any name.
  return mount(
    component as never,
    {
      props,
      slots,
      global: { plugins: [i18n] },
      attachTo: document.body,
    } as never,
  ) as never
}

export const inBody = (selector: string): HTMLElement[] => [
  ...document.body.querySelectorAll<HTMLElement>(selector),
]
