import type { Topic } from './topic.js'

export const HOME: readonly Topic[] = [
  {
    id: 'boil-egg',
    match: /\b(?:boil|cook)\w*\b.{0,20}\beggs?\b|煮.{0,4}鸡?蛋/i,
    formula: 't \\propto m^{2/3}',
    en: {
      title: 'Boiling an egg',
      gist: 'Put the egg into boiling water: six minutes for a soft yolk, eight for a creamy one, ten to eleven for a hard one.',
      because:
        'The white sets from about 62 °C, the yolk from about 68 °C, and the heat needs time to reach the middle.',
      points: [
        'Times are for a medium egg from the fridge; add half a minute for a large one.',
        'Cold water afterwards stops the cooking.',
        'Eggs that are a week old peel more easily than fresh ones.',
      ],
      myth: 'Salt in the water hardly changes the boiling point; it only helps if a shell cracks.',
    },
    zh: {
      title: '煮鸡蛋',
      gist: '水开后下锅：六分钟溏心，八分钟软嫩，十到十一分钟全熟。',
      because: '蛋白约 62 °C 开始凝固，蛋黄约 68 °C，热量传到中心需要时间。',
      points: [
        '时间按冷藏的中等鸡蛋计，大鸡蛋加半分钟。',
        '煮好后过冷水，停止余热。',
        '放了一周的蛋比新鲜的更好剥。',
      ],
      myth: '水里加盐几乎不改变沸点，只在壳裂时有点用。',
    },
  },
  {
    id: 'cook-rice',
    match: /\b(?:cook|boil|make)\w*\b.{0,15}\brice\b|煮.{0,3}米?饭|蒸饭/i,
    en: {
      title: 'Cooking rice',
      gist: 'Rinse the rice, add one and a half times its volume of water, simmer covered for twelve minutes, then rest ten more.',
      because:
        'Rinsing removes loose starch; the covered rest lets the steam finish the grains evenly.',
      points: [
        'Brown rice needs twice its volume of water and about 30 minutes.',
        'Leave the lid on: each look costs steam.',
        'Cool left-overs within an hour or two and keep them cold.',
      ],
      myth: 'Stirring does not help; it breaks the grains and makes them sticky.',
    },
    zh: {
      title: '煮米饭',
      gist: '米淘净，加一倍半体积的水，盖上盖小火煮十二分钟，再焖十分钟。',
      because: '淘洗去掉表面的淀粉，焖的时候蒸汽让米粒均匀熟透。',
      points: [
        '糙米要两倍的水，约 30 分钟。',
        '不要揭盖：看一次就跑掉一次蒸汽。',
        '剩饭一两小时内放凉并冷藏。',
      ],
      myth: '搅拌没有好处，只会弄碎米粒、变得粘糊。',
    },
  },
  {
    id: 'exercise',
    match:
      /\bexercis(?:e|ing)\b.{0,20}\b(?:health|routine|start|plan|week|daily)|\bworkout|\bget fit\b|\blose weight\b|健身|锻炼|减肥/i,
    formula: '\\text{BMI} = \\dfrac{m}{h^{2}}',
    en: {
      title: 'Exercise',
      gist: 'Move briskly for 150 minutes a week and train strength on two days; start with less and keep going.',
      because:
        'Heart, muscles and bones adapt to load that comes back regularly. The body needs the load a little higher each week, and rest to adapt to it.',
      points: [
        'Brisk walking counts: you can talk, but not sing.',
        'Six basic movements do: squat, push, pull, hinge, carry, brace.',
        'For weight the plate matters more than the treadmill. Ask a doctor if you are ill or unsure.',
      ],
      myth: 'Fat cannot be burned at a chosen place; it goes from everywhere.',
    },
    zh: {
      title: '锻炼',
      gist: '每周快走等中等强度运动 150 分钟，再练两天力量；从少开始，坚持下去。',
      because: '心脏、肌肉和骨骼会适应规律的负荷，负荷要每周略增，也要留出恢复的时间。',
      points: [
        '快走就算：还能说话，但唱不了歌。',
        '六个基本动作就够：蹲、推、拉、屈髋、提物、核心。',
        '控制体重，饮食比跑步机更重要。有病或不确定时请问医生。',
      ],
      myth: '没有局部减脂，脂肪是全身一起减少的。',
    },
  },
  {
    id: 'meditation',
    match: /\bmeditat|\bmindful|\bstress\b|\banxi(?:ety|ous)\b|冥想|正念|压力.{0,2}大|焦虑/i,
    en: {
      title: 'Calming down',
      gist: 'Breathe out longer than you breathe in for five minutes, and bring the mind back each time it wanders.',
      because:
        'A long breath out slows the heart by way of the vagus nerve, and returning again and again is the exercise itself.',
      points: [
        'In for four seconds, out for six, ten times.',
        'Sleep, movement and daylight work on stress as well.',
        'If fear or low mood stays for weeks, talk to a doctor; that is treatable.',
      ],
      myth: 'An empty head is not the aim: noticing the thought is.',
    },
    zh: {
      title: '让自己平静',
      gist: '压力大的时候，用五分钟慢慢呼吸，呼气比吸气长，每次走神就把注意力带回来。',
      because: '长长的呼气通过迷走神经让心跳放缓，而一次次带回注意力正是练习本身。',
      points: [
        '吸气四秒，呼气六秒，做十次。',
        '睡眠、运动和日光同样能减轻压力。',
        '如果恐惧或低落持续数周，请找医生，这是可以治疗的。',
      ],
      myth: '目标不是脑袋空空，而是察觉到念头。',
    },
  },
]
