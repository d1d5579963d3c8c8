import type { Topic } from './topic.js'

export const LIFE: readonly Topic[] = [
  {
    id: 'photosynthesis',
    match: /\bphotosynthe|光合作用/i,
    formula: '6\\,CO_2 + 6\\,H_2O \\xrightarrow{\\text{light}} C_6H_{12}O_6 + 6\\,O_2',
    en: {
      title: 'Photosynthesis',
      gist: 'Photosynthesis is how plants use light to turn water and carbon dioxide into sugar and oxygen.',
      because:
        'Chlorophyll catches light and splits water; the energy won is carried over to a second cycle that builds sugar out of carbon dioxide.',
      points: [
        'The light reactions make oxygen and energy carriers; the Calvin cycle makes sugar.',
        'Green light is used least, which is why leaves look green.',
        'Almost all food and all the oxygen that we breathe go back to it.',
      ],
      myth: 'A tree’s mass does not come from the soil: most of it was carbon dioxide in the air.',
    },
    zh: {
      title: '光合作用',
      gist: '光合作用是植物利用光，把水和二氧化碳变成糖和氧气的过程。',
      because: '叶绿素捕获光并分解水，得到的能量被送往第二个循环，在那里用二氧化碳合成糖。',
      points: [
        '光反应产生氧气和能量载体，卡尔文循环合成糖。',
        '绿光利用得最少，所以叶子看起来是绿的。',
        '几乎所有食物和我们呼吸的氧气都源自于它。',
      ],
      myth: '树木的质量并非来自土壤，大部分原本是空气中的二氧化碳。',
    },
  },
  {
    id: 'dna',
    match: /\bdna\b|\bgenes?\b|基因|遗传/i,
    formula: '4^{3} = 64 \\text{ codons} \\to 20 \\text{ amino acids}',
    en: {
      title: 'DNA',
      gist: 'DNA is a long molecule that stores the instructions for building and running a living thing.',
      because:
        'Its two strands are pairs of four letters, A with T and C with G. Each strand therefore says what the other must be, and so a cell can copy it.',
      points: [
        'Three letters name one amino acid; a gene is a recipe for a protein or an RNA.',
        'A human cell holds about three billion pairs, some two metres of thread.',
        'Only one or two per cent of ours codes for proteins.',
      ],
      myth: 'There is no single gene for most traits: height alone depends on thousands of places.',
    },
    zh: {
      title: 'DNA',
      gist: 'DNA 是一种长链分子，储存着构建和维持生命所需的指令。',
      because:
        '它的两条链由四种字母配对而成，A 配 T，C 配 G，因此一条链决定了另一条链，细胞才能复制它。',
      points: [
        '三个字母对应一种氨基酸；基因就是一种蛋白质或 RNA 的配方。',
        '一个人体细胞约有三十亿对碱基，拉直约两米长。',
        '人类基因组中只有百分之一到二编码蛋白质。',
      ],
      myth: '多数性状没有单一的基因，仅身高就与数千个位点有关。',
    },
  },
  {
    id: 'evolution',
    match: /\bevolution\b|\bnatural selection\b|\bdarwin\b|进化|演化|自然选择|达尔文/i,
    formula: '\\Delta \\bar z = h^{2} S',
    en: {
      title: 'Evolution',
      gist: 'Evolution is the change of inherited traits in a population over generations.',
      because:
        'Offspring differ, some differences are inherited, and those that help to survive and reproduce become more common. Chance plays its part as well.',
      points: [
        'Variation comes from mutation and from the mixing of genes.',
        'Bacteria that become resistant to drugs show it within weeks.',
        'Fossils, anatomy and genomes tell one consistent family tree.',
      ],
      myth: 'We do not descend from today’s apes; they are cousins with a common ancestor.',
    },
    zh: {
      title: '进化',
      gist: '进化是种群的遗传性状在世代之间发生的变化。',
      because:
        '后代各不相同，其中一些差异可以遗传，有利于生存和繁殖的就会越来越多，偶然因素也起作用。',
      points: [
        '变异来自突变和基因重组。',
        '细菌产生耐药性，几周之内就能看到进化。',
        '化石、解剖和基因组讲述的是同一棵谱系树。',
      ],
      myth: '人不是由今天的猿变来的，它们是有共同祖先的表亲。',
    },
  },
  {
    id: 'vaccine',
    match: /\bvaccin|\bimmune system\b|疫苗|免疫/i,
    formula: 'p_{\\text{herd}} = 1 - \\dfrac{1}{R_0}',
    en: {
      title: 'Vaccines',
      gist: 'A vaccine shows the immune system a harmless piece of a germ so that it is ready for the real one.',
      because:
        'The body answers with antibodies and with memory cells. When the germ comes, the answer is there in days instead of weeks.',
      points: [
        'Some vaccines carry weakened germs, some single proteins, some only the plan for one.',
        'Where enough people are protected, those who cannot be are safer as well.',
        'Side effects are mostly short: fever, a sore arm, tiredness. Ask a doctor about your own case.',
      ],
      myth: 'A vaccine need not stop every infection to be useful; it mostly turns severe illness into mild.',
    },
    zh: {
      title: '疫苗',
      gist: '疫苗让免疫系统先见到病原体的一个无害部分，以便为真正的入侵做好准备。',
      because: '身体会产生抗体和记忆细胞，等病原体真的到来时，几天就能作出反应，而不是几周。',
      points: [
        '有的疫苗用减毒病原体，有的用单个蛋白质，有的只带制造它的图纸。',
        '当足够多的人受到保护，无法接种的人也更安全。',
        '副作用多半短暂：发热、手臂酸痛、疲倦。个人情况请咨询医生。',
      ],
      myth: '疫苗不必阻止每一次感染才算有用，它主要是把重症变成轻症。',
    },
  },
  {
    id: 'sleep',
    match: /\bsleep|\binsomnia\b|睡眠|睡觉|失眠|睡不着/i,
    en: {
      title: 'Sleep',
      gist: 'Sleep restores the body and sorts memory; most adults need seven to nine hours at regular times.',
      because:
        'Pressure to sleep builds up while you are awake, and an inner clock, set by light, decides when you can give in to it. Deep sleep and dream sleep take turns of about 90 minutes.',
      points: [
        'Get up at the same time every day; light in the morning sets the clock.',
        'Caffeine still has half its strength after five hours or so.',
        'A dark, cool and quiet room helps; if sleep stays away for weeks, see a doctor.',
      ],
      myth: 'One cannot train oneself to need four hours; one only gets used to being tired.',
    },
    zh: {
      title: '睡眠',
      gist: '睡眠恢复身体、整理记忆；多数成年人需要规律的七到九小时。',
      because:
        '醒着的时候睡意不断积累，由光线校准的生物钟决定何时入睡；深睡与做梦以约 90 分钟为周期交替。',
      points: [
        '每天同一时间起床，早晨的光会校准生物钟。',
        '咖啡因五小时左右后仍有一半的效力。',
        '黑暗、凉爽、安静的房间有帮助；若持续数周失眠，请看医生。',
      ],
      myth: '人无法把自己训练得只需四小时，只是习惯了疲倦而已。',
    },
  },
  {
    id: 'caffeine',
    match: /\bcaffeine\b|\bcoffee\b|\btea\b.{0,12}\bvs\b|咖啡/i,
    formula: 'c(t) = c_0 \\cdot 2^{-t / 5\\,\\text{h}}',
    en: {
      title: 'Coffee and caffeine',
      gist: 'Caffeine keeps you awake by taking the place of adenosine, the substance that signals tiredness.',
      because:
        'Adenosine gathers while you are awake. Caffeine fits the same receptors without switching them on, so the message is held up until it wears off.',
      points: [
        'A cup of filter coffee has about 80 to 100 mg, a cup of tea about half of that.',
        'Up to 400 mg a day is regarded as safe for most adults, less in pregnancy.',
        'For a good cup: fresh beans, 60 g a litre, water a little below boiling.',
      ],
      myth: 'Coffee does not give energy; it hides the lack of it for some hours.',
    },
    zh: {
      title: '咖啡与咖啡因',
      gist: '咖啡因占据了腺苷的位置，而腺苷正是传递疲倦信号的物质，所以人会觉得清醒。',
      because:
        '醒着的时候腺苷不断积累。咖啡因能嵌入同样的受体却不激活它，信号便被挡住，直到咖啡因代谢掉。',
      points: [
        '一杯滴滤咖啡约含 80 到 100 毫克，一杯茶约为一半。',
        '多数成年人每天 400 毫克以内是安全的，孕期应更少。',
        '想冲得好喝：新鲜的豆子，每升水 60 克，水温略低于沸点。',
      ],
      myth: '咖啡并不提供能量，只是把疲倦掩盖几个小时。',
    },
  },
]
