import { Injectable } from '@nestjs/common'
import type { DetectLanguage } from '../../domain/labels/prompt-language.js'

/** The detector of languages; its megabyte of letter groups is read once. */
@Injectable()
export class LanguageDetector {
  private loaded: Promise<DetectLanguage> | undefined

  load(): Promise<DetectLanguage> {
    this.loaded ??= import('eld/extrasmall').then(({ eld }) => {
      const detector = eld.newInstance()
      return (text) => detector.detect(text).language
    })
    return this.loaded
  }
}
