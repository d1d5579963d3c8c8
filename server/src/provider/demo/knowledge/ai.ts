import type { Topic } from './topic.js'

export const AI: readonly Topic[] = [
  {
    id: 'leaderboard',
    match: /\bbradley|\belo\b|\bleaderboards?\b|\bblind (?:test|battle|vote)|排行榜|盲测|等级分/i,
    formula: 'P(i \\succ j) = \\dfrac{1}{1 + 10^{(R_j - R_i)/400}}',
    en: {
      title: 'Leaderboards from pairwise votes',
      gist: 'A Bradley-Terry board finds the one score per player that explains best who beat whom.',
      because:
        'Each score pair predicts a chance of winning. The fit takes all votes at once, so the order in which they came does not matter, and the spread says how sure each score is.',
      points: [
        'A lead of 100 points means about 64 wins in 100 comparisons.',
        'Elo updates game by game and forgets; Bradley-Terry uses the whole record.',
        'When two intervals overlap, the order of the two is not settled.',
      ],
      myth: 'First place says who won here, by these voters on these prompts, not who is best at all things.',
    },
    zh: {
      title: '由两两投票得出的排行榜',
      gist: 'Bradley-Terry 排行榜为每个选手求出一个分数，使它们最能解释谁赢了谁。',
      because:
        '两个分数之差给出获胜的概率。拟合同时使用所有投票，因此先后次序无关紧要，误差范围说明每个分数有多可靠。',
      points: [
        '领先 100 分意味着一百次比较中约赢 64 次。',
        'Elo 逐局更新、会遗忘；Bradley-Terry 使用全部记录。',
        '两个区间重叠时，二者的先后还没有定论。',
      ],
      myth: '第一名只说明在这里、由这些投票者、在这些题目上谁赢，并不代表样样最好。',
    },
  },
  {
    id: 'language-model',
    match:
      /\blarge language models?\b|\bllms?\b|\bchatgpt\b|\bhow (?:do|does) (?:you|ai|chatbots?) work|大(?:语言)?模型|语言模型/i,
    formula: 'P(w_1, \\dots, w_n) = \\prod_{t=1}^{n} P(w_t \\mid w_1, \\dots, w_{t-1})',
    en: {
      title: 'Large language models',
      gist: 'A large language model predicts the next piece of text, again and again, after learning from a great deal of it.',
      because:
        'Guessing well what comes next requires grammar, facts and something like reasoning, so training on that one task brings the others along. Further training makes it follow instructions.',
      points: [
        'Text is cut into tokens; each new token depends on all those before.',
        'Temperature decides how often a less likely token is chosen.',
        'It can state false things fluently: check what matters.',
      ],
      myth: 'It does not look answers up in a database, unless it is given a search tool.',
    },
    zh: {
      title: '大语言模型',
      gist: '大语言模型在学习了海量文本之后，一次又一次地预测下一段文字。',
      because:
        '要猜准下文，需要语法、事实，以及类似推理的能力，所以训练这一件事也带来了其他能力；之后的训练让它学会听从指令。',
      points: [
        '文本被切成词元，每个新词元取决于之前的全部内容。',
        '温度决定有多常选择可能性较低的词元。',
        '它能流畅地说错话：重要的事要核实。',
      ],
      myth: '它并不是在数据库里查答案，除非给了它搜索工具。',
    },
  },
  {
    id: 'neural-network',
    match:
      /\bneural net|\bdeep learning\b|\bmachine learning\b|\bbackprop|神经网络|深度学习|机器学习/i,
    formula: 'y = \\sigma(Wx + b), \\qquad W \\leftarrow W - \\eta\\, \\nabla_W L',
    en: {
      title: 'Neural networks',
      gist: 'A neural network is a chain of simple functions with adjustable weights, tuned until its outputs fit the examples.',
      because:
        'For each example one measures the error, works out by the chain rule how every weight contributed, and nudges all of them a little downhill.',
      points: [
        'Each layer multiplies by a matrix and bends the result with a simple curve.',
        'Depth lets later layers build on patterns found by earlier ones.',
        'A held-out test set shows whether it learned or only memorised.',
      ],
      myth: 'The likeness to a brain is loose: it is statistics with many parameters.',
    },
    zh: {
      title: '神经网络',
      gist: '神经网络是一串带可调权重的简单函数，不断调整，直到输出符合样本。',
      because:
        '对每个样本计算误差，用链式法则求出每个权重的影响，再把所有权重往误差减小的方向挪一点。',
      points: [
        '每一层先乘以矩阵，再用简单的曲线使结果弯折。',
        '层数加深后，后面的层可以利用前面找到的模式。',
        '留出的测试集能看出它是学会了还是背下了。',
      ],
      myth: '它与大脑只是略微相似，本质是参数很多的统计。',
    },
  },
  {
    id: 'attention',
    match: /\btransformers?\b|\battention (?:mechanism|is all)|\bself-attention\b|注意力机制/i,
    formula: '\\operatorname{softmax}\\!\\left(\\dfrac{QK^{\\top}}{\\sqrt{d_k}}\\right) V',
    en: {
      title: 'Transformers and attention',
      gist: 'A transformer lets every word look at all others and take from each as much as fits: that is attention.',
      because:
        'Each word makes a query, a key and a value. The match of query and key decides how much of each value flows in, and all words can do this at the same time.',
      points: [
        'Parallel training is what made very large models practical.',
        'The cost grows with the square of the length.',
        'Positions must be added, since attention itself knows no order.',
      ],
      myth: 'Attention weights are no explanation of a decision by themselves.',
    },
    zh: {
      title: 'Transformer 与注意力',
      gist: 'Transformer 让每个词看到所有其他词，并按相关程度各取所需，这就是注意力。',
      because: '每个词产生查询、键和值；查询与键的匹配程度决定取多少值，所有词可以同时进行。',
      points: [
        '正是并行训练让超大模型成为可能。',
        '计算量随长度的平方增长。',
        '注意力本身不知道次序，所以要加入位置信息。',
      ],
      myth: '注意力权重本身并不能解释一个决定。',
    },
  },
  {
    id: 'overfitting',
    match: /\boverfit|\bregulari[sz]ation\b|\bbias[- ]variance|过拟合|正则化/i,
    formula: '\\min_w\\; L(w) + \\lambda \\lVert w \\rVert^{2}',
    en: {
      title: 'Overfitting',
      gist: 'A model overfits when it learns the noise of its examples and therefore fails on new ones.',
      because:
        'With enough freedom one can fit anything, chance included. The training error goes on falling while the error on unseen data rises again.',
      points: [
        'Watch the error on data that the training never saw.',
        'More data, a simpler model, penalties and early stopping all help.',
        'Cross-validation gives a fairer picture when data is scarce.',
      ],
      myth: 'A perfect score on the training data is a warning, not a success.',
    },
    zh: {
      title: '过拟合',
      gist: '模型把样本里的噪声也学了进去，因此在新数据上失灵，这就是过拟合。',
      because:
        '自由度足够大时什么都能拟合，包括偶然。训练误差继续下降，而未见数据上的误差却重新上升。',
      points: [
        '盯住训练从未见过的数据上的误差。',
        '更多数据、更简单的模型、惩罚项和提前停止都有帮助。',
        '数据少时，交叉验证能给出更公允的判断。',
      ],
      myth: '训练集上的满分是警告，不是成功。',
    },
  },
]
