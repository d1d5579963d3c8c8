import type { Topic } from './topic.js'

export const SOCIETY: readonly Topic[] = [
  {
    id: 'inflation',
    match: /\binflation\b|通货膨胀|通胀|物价上涨/i,
    formula: '\\pi_t = \\dfrac{P_t - P_{t-1}}{P_{t-1}}',
    en: {
      title: 'Inflation',
      gist: 'Inflation is a lasting rise of the general price level, so that money buys less.',
      because:
        'It comes when demand outruns what can be produced, when costs such as energy rise, and when people expect it and set wages and prices accordingly.',
      points: [
        'Many central banks aim at about two per cent a year and use interest rates to get there.',
        'Debtors with fixed rates gain, savers and fixed incomes lose.',
        'At three per cent a year prices double in about 24 years.',
      ],
      myth: 'One price that rises is not inflation; the whole basket has to.',
    },
    zh: {
      title: '通货膨胀',
      gist: '通货膨胀是总体物价水平的持续上升，货币因此买到的东西变少。',
      because: '需求超过产能、能源等成本上升，或人们预期涨价并据此定工资和价格，都会引起通胀。',
      points: [
        '许多央行以每年约百分之二为目标，用利率来调节。',
        '固定利率的借款人受益，储蓄者和固定收入者受损。',
        '每年涨百分之三，物价约 24 年翻一番。',
      ],
      myth: '单个商品涨价不算通胀，要看整个篮子。',
    },
  },
  {
    id: 'compound-interest',
    match: /\bcompound(?:ed|ing)?\b.{0,12}\binterest\b|\bcompounding\b|复利/i,
    formula: 'A = P\\left(1 + \\dfrac{r}{n}\\right)^{nt}',
    en: {
      title: 'Compound interest',
      gist: 'With compound interest you earn interest on earlier interest, so money grows by a factor each year, not by an amount.',
      because:
        'Every period multiplies the balance by the same factor. Small differences in the rate become large over decades, and fees work in the same way against you.',
      points: [
        'Rule of 72: divide 72 by the rate to get the years until it doubles.',
        '1,000 at 5 % for 20 years become about 2,653.',
        'Starting ten years earlier often beats paying in twice as much.',
      ],
      myth: 'A high rate is no gift: after inflation, tax and fees much of it may be gone.',
    },
    zh: {
      title: '复利',
      gist: '复利就是利息也能生利息，钱每年按倍数增长，而不是按固定金额。',
      because:
        '每一期都把余额乘以同一个倍数。利率上的小差别，几十年后就变得很大；费用也以同样的方式侵蚀你。',
      points: [
        '72 法则：用 72 除以利率，就是翻倍所需的年数。',
        '1000 元按 5% 存 20 年，约变成 2653 元。',
        '早十年开始，往往胜过多存一倍的钱。',
      ],
      myth: '高利率不是白送：扣掉通胀、税和费用，可能所剩无几。',
    },
  },
  {
    id: 'climate',
    match: /\bclimate change\b|\bglobal warming\b|\bgreenhouse\b|气候变化|全球变暖|温室/i,
    formula: '\\Delta F \\approx 5.35 \\ln\\dfrac{C}{C_0}~\\text{W/m}^{2}',
    en: {
      title: 'Climate change',
      gist: 'The Earth is warming because gases from burning coal, oil and gas hold back heat that would otherwise leave.',
      because:
        'Sunlight passes through carbon dioxide, the heat that the ground sends back does not pass so well. More gas means that a warmer surface is needed for the same outflow.',
      points: [
        'Carbon dioxide has risen by about half since 1850.',
        'The world is more than one degree warmer than then, the land more than the sea.',
        'What helps most: clean electricity, efficient buildings, electric transport, intact forests.',
      ],
      myth: 'The sun is not the cause: the upper air has cooled while the lower air warmed.',
    },
    zh: {
      title: '气候变化',
      gist: '燃烧煤、石油和天然气产生的气体，把本应散失的热量留住，地球因此变暖。',
      because:
        '阳光能穿过二氧化碳，地面放出的热辐射却不容易穿过。气体越多，地表要更热才能散出同样的热量。',
      points: [
        '1850 年以来，二氧化碳浓度上升了约一半。',
        '全球气温比那时高出一度多，陆地升温超过海洋。',
        '最有用的办法：清洁电力、节能建筑、电动交通、保护森林。',
      ],
      myth: '原因不是太阳：高层大气在变冷，低层却在变暖。',
    },
  },
  {
    id: 'democracy',
    match: /\bdemocra|\bseparation of powers\b|民主|三权分立/i,
    en: {
      title: 'Democracy',
      gist: 'Democracy is government by the people, mostly through elected representatives who can be voted out.',
      because:
        'Regular free elections, equal votes and the rule of law let a society correct its mistakes without violence. Divided powers keep the winner from staying for good.',
      points: [
        'Majority rule is only half of it; rights of minorities are the other half.',
        'A free press and independent courts make choices informed and rules binding.',
        'Voting systems differ: proportional, by district, or a mixture.',
      ],
      myth: 'Elections alone are not enough: many unfree states hold them too.',
    },
    zh: {
      title: '民主',
      gist: '民主是由人民治理，通常通过可以被选下台的代表来实现。',
      because:
        '定期的自由选举、平等的投票和法治，使社会能不靠暴力纠正错误；分权则防止胜者永不下台。',
      points: [
        '多数决定只是一半，保护少数人的权利是另一半。',
        '自由的媒体和独立的法院，使选择有依据、规则有约束力。',
        '选举制度各异：比例代表、选区制或混合制。',
      ],
      myth: '光有选举还不够，许多不自由的国家也举行选举。',
    },
  },
  {
    id: 'rome',
    match: /\broman empire\b|\bfall of rome\b|\bancient rome\b|罗马帝国|古罗马/i,
    en: {
      title: 'The Roman Empire',
      gist: 'Rome’s western empire ended in 476 after a long decline; its eastern half lived on until 1453.',
      because:
        'No single cause is agreed on: civil wars, costly borders, epidemics, shrinking taxes and peoples on the move strengthened one another.',
      points: [
        'Augustus became the first emperor in 27 BC.',
        'The empire was largest under Trajan, in AD 117.',
        'Law, languages, roads and the calendar outlived it.',
      ],
      myth: 'It did not fall in a day: most people of 476 would hardly have noticed.',
    },
    zh: {
      title: '罗马帝国',
      gist: '西罗马帝国在长期衰落后于 476 年灭亡，东半部则延续到 1453 年。',
      because: '学界没有单一的定论：内战、昂贵的边防、瘟疫、税收萎缩和民族迁徙互相加剧。',
      points: [
        '奥古斯都于公元前 27 年成为第一位皇帝。',
        '公元 117 年图拉真治下，帝国疆域最大。',
        '法律、语言、道路和历法在它之后继续流传。',
      ],
      myth: '它不是一天之内崩溃的，476 年的多数人几乎没有察觉。',
    },
  },
]
