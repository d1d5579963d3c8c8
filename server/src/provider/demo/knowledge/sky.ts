import type { Topic } from './topic.js'

export const SKY: readonly Topic[] = [
  {
    id: 'blue-sky',
    match: /\bsky\b.{0,20}\bblue\b|\bblue\b.{0,12}\bsky\b|天空?.{0,8}蓝|蓝天/i,
    formula: 'I_{\\text{scattered}} \\propto \\dfrac{1}{\\lambda^{4}}',
    en: {
      title: 'Why the sky is blue',
      gist: 'The sky is blue because air scatters blue sunlight far more than red sunlight.',
      because:
        'Molecules of nitrogen and oxygen are much smaller than a wave of light. Such small scatterers favour short waves, so blue reaches your eye from every direction while red goes mostly straight on.',
      points: [
        'Blue light at 450 nm is scattered about four times as much as red light at 650 nm.',
        'At sunset the light crosses much more air, the blue is lost on the way, and red remains.',
        'Violet is scattered even more, but the sun sends less of it and our eyes see it poorly.',
      ],
      myth: 'The sky does not mirror the sea; it is just as blue above a desert.',
    },
    zh: {
      title: '天空为什么是蓝色的',
      gist: '天空呈蓝色，是因为空气对蓝光的散射远强于对红光的散射。',
      because:
        '氮气和氧气分子比光的波长小得多，这样小的散射体偏爱短波，于是蓝光从四面八方进入眼睛，红光则大多直行。',
      points: [
        '450 纳米的蓝光被散射的程度约为 650 纳米红光的四倍。',
        '日落时光线穿过更厚的大气，蓝光在途中散失，剩下红光。',
        '紫光散射得更多，但太阳发出的紫光较少，人眼对它也不敏感。',
      ],
      myth: '天空并不是大海的倒影，沙漠上空同样湛蓝。',
    },
  },
  {
    id: 'rainbow',
    match: /\brainbows?\b|彩虹/i,
    formula: 'n_1 \\sin\\theta_1 = n_2 \\sin\\theta_2',
    en: {
      title: 'Rainbows',
      gist: 'A rainbow is sunlight that raindrops bend, split into colours and send back to you.',
      because:
        'Light is refracted on entering a drop, reflected at its back and refracted again on leaving. Each colour bends a little differently, so each comes back at its own angle.',
      points: [
        'Red arrives at about 42 degrees from the point opposite the sun, violet at about 40.',
        'You always stand with your back to the sun.',
        'A second, fainter bow has its colours in the reverse order.',
      ],
      myth: 'A rainbow has no place that you could walk to; everyone sees a bow of their own.',
    },
    zh: {
      title: '彩虹',
      gist: '彩虹是阳光被雨滴折射、分成各色之后又反射回来的结果。',
      because:
        '光进入水滴时折射，在背面反射，离开时再折射一次。每种颜色弯折的程度略有不同，因此各以自己的角度回来。',
      points: [
        '红光出现在反日点约 42 度处，紫光约 40 度处。',
        '看彩虹时，你总是背对太阳。',
        '第二道较淡的虹叫霓，颜色次序正好相反。',
      ],
      myth: '彩虹没有可以走到的位置，每个人看到的都是自己的那一道。',
    },
  },
  {
    id: 'seasons',
    match:
      /\bseasons\b|\bwinter\b.{0,20}\bcold|\bsummer\b.{0,20}\b(?:hot|warm)|四季|季节.{0,6}(?:形成|变化|原因)/i,
    formula: 'E \\propto \\cos\\theta_{\\text{incidence}}',
    en: {
      title: 'The seasons',
      gist: 'Seasons come from the tilt of the Earth’s axis, about 23.4 degrees.',
      because:
        'For half a year one hemisphere leans towards the sun: its light falls more steeply and the days are longer. Half a year later it is the other one’s turn.',
      points: [
        'The hemispheres have opposite seasons at the same time.',
        'Steep light spreads over less ground, so each square metre gets more energy.',
        'Near the equator the change is small, near the poles it is extreme.',
      ],
      myth: 'Distance is not the cause: the Earth is nearest to the sun in early January.',
    },
    zh: {
      title: '四季',
      gist: '四季源于地轴约 23.4 度的倾斜。',
      because: '一年中有半年某个半球偏向太阳，阳光更直，白昼更长；再过半年就轮到另一个半球。',
      points: [
        '南北半球的季节正好相反。',
        '直射的光照在更小的面积上，每平方米得到的能量更多。',
        '赤道附近变化很小，两极附近变化极大。',
      ],
      myth: '原因不是远近：地球在一月初离太阳最近。',
    },
  },
  {
    id: 'tides',
    match: /\btides?\b|潮汐|涨潮|潮水/i,
    formula: 'a_{\\text{tide}} \\propto \\dfrac{M\\,r}{d^{3}}',
    en: {
      title: 'Tides',
      gist: 'Tides are caused by the moon, and less by the sun, pulling on near water more than on far water.',
      because:
        'The difference of the pull across the Earth stretches the oceans into two bulges, one below the moon and one on the opposite side. The Earth turns through both.',
      points: [
        'Most coasts have two high tides in about 24 hours and 50 minutes.',
        'At new and full moon the sun and the moon work together: spring tides.',
        'The shape of the coast decides whether the range is centimetres or many metres.',
      ],
      myth: 'The moon does not simply lift the water below it; then there would be one high tide a day.',
    },
    zh: {
      title: '潮汐',
      gist: '潮汐主要由月球引起，太阳次之：它们对近处海水的引力大于对远处海水的引力。',
      because:
        '引力在地球两侧的差异把海洋拉成两个隆起，一个正对月球，一个在背面，地球自转时依次经过它们。',
      points: [
        '多数海岸在约 24 小时 50 分钟内有两次高潮。',
        '新月和满月时日月合力，出现大潮。',
        '海岸的形状决定潮差是几厘米还是十几米。',
      ],
      myth: '月球并不只是把正下方的水“吸起来”，否则一天只会有一次高潮。',
    },
  },
  {
    id: 'black-hole',
    match: /\bblack holes?\b|黑洞/i,
    formula: 'r_s = \\dfrac{2GM}{c^{2}}',
    en: {
      title: 'Black holes',
      gist: 'A black hole is a region where gravity is so strong that not even light can leave it.',
      because:
        'When enough mass is packed into a small space, every path inside a certain radius leads inwards. That border is called the event horizon.',
      points: [
        'Stellar ones form when massive stars collapse; giant ones sit in the centres of galaxies.',
        'The sun would have to shrink to about 3 km in radius.',
        'We see them by their effects: hot gas, bent light, orbits of stars and gravitational waves.',
      ],
      myth: 'They do not suck everything in: from afar they pull exactly as any other mass of that size.',
    },
    zh: {
      title: '黑洞',
      gist: '黑洞是引力强到连光都无法离开的区域。',
      because:
        '当足够多的质量挤进很小的空间，某个半径之内的所有路径都通向内部，这个边界叫事件视界。',
      points: [
        '恒星级黑洞来自大质量恒星的坍缩，巨型黑洞位于星系中心。',
        '太阳要缩到半径约 3 公里才会成为黑洞。',
        '我们通过炽热气体、弯曲的光线、恒星轨道和引力波来发现它们。',
      ],
      myth: '它并不会把一切都吸进去：从远处看，它的引力与同质量的其他天体一样。',
    },
  },
  {
    id: 'moon-phases',
    match: /\bmoon phases?\b|\bphases? of the moon\b|月相|月亮.{0,6}(?:圆|缺|阴晴)/i,
    en: {
      title: 'The phases of the moon',
      gist: 'We see phases because the sun lights one half of the moon and we look at it from changing angles.',
      because:
        'As the moon goes round the Earth, the lit half turns towards us and away again, from new moon to full moon and back.',
      points: [
        'One cycle takes about 29.5 days.',
        'The moon shows us nearly the same face all the time.',
        'At full moon the Earth stands between the sun and the moon, but rarely on one line.',
      ],
      myth: 'The Earth’s shadow does not make the phases; when it falls on the moon we have an eclipse.',
    },
    zh: {
      title: '月相',
      gist: '月相的变化，是因为太阳照亮月球的一半，而我们观察它的角度不断改变。',
      because: '月球绕地球运行时，被照亮的一面时而朝向我们，时而背向我们，从新月到满月再回到新月。',
      points: [
        '一个周期约 29.5 天。',
        '月球几乎总以同一面朝向地球。',
        '满月时地球位于日月之间，但很少恰好在一条直线上。',
      ],
      myth: '月相不是地球的影子造成的；影子落到月球上时发生的是月食。',
    },
  },
]
