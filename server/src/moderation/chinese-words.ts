/**
 * Insults that are nothing else, in simplified signs; only such as are in no other word, since Chinese is
 * written without gaps.
 */
export const CHINESE_WORDS: readonly string[] = [
  '傻逼',
  '傻屄',
  '煞笔',
  '操你妈',
  '肏你妈',
  '草你妈',
  '日你妈',
  '干你娘',
  '妈了个逼',
  '他妈的',
  '你妈逼',
  '狗娘养的',
  '狗杂种',
  '王八蛋',
  '王八羔子',
  '臭婊子',
  '婊子养的',
  '贱货',
  '骚货',
  '死全家',
  '杂种养的',
]
