import type { Topic } from './topic.js'

export const PHYSICS: readonly Topic[] = [
  {
    id: 'gravity',
    match: /\bgravity\b|\bgravitation|引力|重力/i,
    formula: 'F = G\\,\\dfrac{m_1 m_2}{r^{2}}',
    en: {
      title: 'Gravity',
      gist: 'Gravity is the attraction between masses; in Einstein’s picture, mass bends space and time and things follow the bend.',
      because:
        'Newton’s law says how strong it is: it grows with both masses and falls with the square of the distance. General relativity says why bodies of every kind fall alike.',
      points: [
        'At the Earth’s surface everything falls with about 9.8 m/s² when air does not hinder it.',
        'Gravity is by far the weakest of the known forces, but it always attracts and reaches everywhere.',
        'It holds the moon on its way, and it shaped the stars and galaxies.',
      ],
      myth: 'Astronauts in orbit are not beyond gravity; they fall around the Earth all the time.',
    },
    zh: {
      title: '引力',
      gist: '引力是质量之间的相互吸引；在爱因斯坦的图景里，质量使时空弯曲，物体沿着弯曲运动。',
      because:
        '牛顿定律说明它有多强：与两个质量成正比，与距离的平方成反比。广义相对论则说明为何万物下落一样快。',
      points: [
        '在地面附近，不计空气阻力时，一切物体都以约 9.8 m/s² 下落。',
        '引力是已知作用力中最弱的一种，但它总是吸引，而且无处不在。',
        '它维系月球的轨道，也塑造了恒星与星系。',
      ],
      myth: '轨道上的宇航员并没有脱离引力，他们一直在绕着地球下落。',
    },
  },
  {
    id: 'relativity',
    match: /\brelativity\b|\be ?= ?mc|相对论|质能/i,
    formula: 'E = mc^{2}',
    en: {
      title: 'Relativity',
      gist: 'Relativity says that the speed of light is the same for everyone, so time and length depend on motion and gravity.',
      because:
        'If all observers measure one speed for the same ray, they cannot agree on durations and distances. Special relativity covers steady motion, general relativity adds gravity.',
      points: [
        'Moving clocks run behind, and so do clocks deep in a gravity field.',
        'Mass is a form of energy, and a little mass is a great deal of it.',
        'Satellite navigation would drift by kilometres a day without the corrections.',
      ],
      myth: 'It does not say that everything is relative: the speed of light and the laws of physics are not.',
    },
    zh: {
      title: '相对论',
      gist: '相对论认为光速对所有人都相同，因此时间和长度取决于运动与引力。',
      because:
        '既然所有观察者测得同一束光的速度都一样，他们对时长和距离的看法就必然不同。狭义相对论讨论匀速运动，广义相对论加入引力。',
      points: [
        '运动的钟走得慢，强引力场中的钟也走得慢。',
        '质量是能量的一种形式，一点点质量就蕴含巨大的能量。',
        '卫星导航若不作修正，每天会偏差数公里。',
      ],
      myth: '它并没有说“一切都是相对的”：光速和物理定律就不是。',
    },
  },
  {
    id: 'quantum',
    match: /\bquantum\b|\bentangle|量子/i,
    formula:
      '|\\psi\\rangle = \\alpha|0\\rangle + \\beta|1\\rangle, \\quad |\\alpha|^2 + |\\beta|^2 = 1',
    en: {
      title: 'Quantum physics',
      gist: 'Quantum physics describes small things by amplitudes that give the chances of what a measurement will show.',
      because:
        'Amplitudes can add up or cancel like waves. A quantum computer tries to arrange this so that wrong answers cancel and right ones remain.',
      points: [
        'A qubit can be in a mixture of 0 and 1 until it is measured.',
        'Entangled particles show results that are linked more strongly than any agreed plan allows.',
        'Factoring and the simulation of molecules are the best known uses; most tasks gain nothing.',
      ],
      myth: 'Entanglement carries no message: one end alone looks like pure chance.',
    },
    zh: {
      title: '量子物理',
      gist: '量子物理用振幅来描述微小的事物，由振幅得出测量结果的概率。',
      because: '振幅像波一样可以叠加或抵消。量子计算机就是设法让错误的答案抵消，让正确的留下来。',
      points: [
        '量子比特在测量之前可以处于 0 和 1 的叠加。',
        '纠缠粒子的测量结果之间的关联，强于任何事先的约定。',
        '最著名的用途是大数分解和分子模拟，多数任务并不能从中获益。',
      ],
      myth: '纠缠不能传递信息：单看一端，只是纯粹的随机。',
    },
  },
  {
    id: 'speed-of-light',
    match: /\bspeed of light\b|\bfaster than light\b|光速/i,
    formula: 'c = 299\\,792\\,458~\\text{m/s}',
    en: {
      title: 'The speed of light',
      gist: 'Light in a vacuum travels at exactly 299,792,458 metres a second.',
      because:
        'The figure is exact because the metre is defined by it. Nothing that carries energy or information can go faster, since pushing a mass to that speed would take endless energy.',
      points: [
        'Sunlight needs about 8 minutes and 20 seconds to reach us.',
        'In glass, light takes about half as long again.',
        'A signal through fibre around the world takes about a fifth of a second.',
      ],
      myth: 'A spot of light swept over the moon can move faster, but nothing travels along with it.',
    },
    zh: {
      title: '光速',
      gist: '真空中的光速恰好是每秒 299,792,458 米。',
      because:
        '这个数是精确的，因为米就是由它定义的。携带能量或信息的东西都不能更快，因为把有质量的物体加速到光速需要无穷的能量。',
      points: [
        '阳光到达地球约需 8 分 20 秒。',
        '光在玻璃中走同样的路，约多用一半时间。',
        '信号沿光纤绕地球一周约需五分之一秒。',
      ],
      myth: '扫过月面的光斑可以更快，但并没有任何东西随它一起移动。',
    },
  },
  {
    id: 'entropy',
    match: /\bentropy\b|\bthermodynamics\b|熵|热力学/i,
    formula: 'S = k_B \\ln \\Omega',
    en: {
      title: 'Entropy',
      gist: 'Entropy counts in how many ways the small parts can be arranged without a visible difference.',
      because:
        'There are vastly more mixed arrangements than tidy ones, so a system left alone drifts towards the mixed ones. That is the second law of thermodynamics.',
      points: [
        'Heat flows from warm to cold by itself, never the other way.',
        'A fridge can lower the entropy inside because it raises it more outside.',
        'In information theory the same formula measures surprise, in bits.',
      ],
      myth: 'Life does not break the law: it lives on the sunlight that makes order possible here.',
    },
    zh: {
      title: '熵',
      gist: '熵衡量在外观不变的前提下，微观部分有多少种排列方式。',
      because: '混乱的排列远多于整齐的排列，所以孤立系统会趋向混乱，这就是热力学第二定律。',
      points: [
        '热量会自发地从热处流向冷处，反过来则不会。',
        '冰箱能降低内部的熵，因为它让外部的熵增加得更多。',
        '在信息论里，同样的公式以比特衡量意外程度。',
      ],
      myth: '生命并不违反这条定律：它依靠阳光来维持局部的秩序。',
    },
  },
  {
    id: 'lightning',
    match: /\blightning\b|\b(?:why|what|how)\b.{0,25}\bthunder|闪电|打雷|雷电/i,
    formula: 'd \\approx 343~\\tfrac{\\text{m}}{\\text{s}} \\cdot \\Delta t',
    en: {
      title: 'Lightning and thunder',
      gist: 'Lightning is a giant spark between charged parts of a cloud and the ground; thunder is the air it heats.',
      because:
        'Ice and hail rub against each other in a storm cloud and separate charge until the air breaks down. The channel reaches about 30,000 °C and the air expands like an explosion.',
      points: [
        'Count the seconds between flash and thunder: three of them are about one kilometre.',
        'A car protects you because its metal body leads the current around you.',
        'Open fields, lone trees and water are the wrong places to be.',
      ],
      myth: 'It does strike twice in one place; tall towers are hit dozens of times a year.',
    },
    zh: {
      title: '闪电与雷声',
      gist: '闪电是云与地面（或云的各部分）之间的巨大火花，雷声是被它加热的空气。',
      because:
        '雷暴云中冰粒相互摩擦，使电荷分离，直到空气被击穿。放电通道可达约 30,000 °C，空气像爆炸一样膨胀。',
      points: [
        '数一数闪电与雷声相隔几秒：每三秒约为一公里。',
        '汽车能保护人，因为金属车身让电流绕着人走。',
        '空旷的田野、孤立的树和水边都是危险的地方。',
      ],
      myth: '闪电会两次击中同一个地方，高塔每年要被击中几十次。',
    },
  },
]
