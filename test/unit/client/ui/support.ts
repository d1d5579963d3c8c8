import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { i18n } from '../../../../client/src/i18n/index.js'

/** A component on the page, with its words: what floats is found in `document.body`. */
export function onPage(
  component: Component,
  props: Record<string, unknown> = {},
  slots: Record<string, unknown> = {},
) {
  return mount(component as never, {
    props: props as never,
    slots: slots as never,
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

export const inBody = (selector: string): HTMLElement[] => [
  ...document.body.querySelectorAll<HTMLElement>(selector),
]
