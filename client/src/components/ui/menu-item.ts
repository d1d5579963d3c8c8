import type { Component } from 'vue'

export interface MenuItem {
  id: string
  label: string
  icon?: Component
  danger?: boolean
  disabled?: boolean
  /** Given on every item of a menu that is a choice of one. */
  checked?: boolean
}
