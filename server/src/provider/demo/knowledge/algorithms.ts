import type { Topic } from './topic.js'

export const ALGORITHMS: readonly Topic[] = [
  {
    id: 'recursion',
    match: /\brecursi|递归/i,
    formula: 'n! = \\begin{cases} 1 & n = 0 \\\\ n \\cdot (n-1)! & n > 0 \\end{cases}',
    en: {
      title: 'Recursion',
      gist: 'Recursion solves a problem by solving a smaller copy of it, down to a case so small that the answer is known.',
      because:
        'Each call waits for the smaller one and then completes its own part. It is a natural fit for things that contain themselves: trees, folders, expressions.',
      points: [
        'Two parts are needed: a base case that stops and a step that comes closer to it.',
        'Each open call takes room on the stack, so very deep recursion overflows.',
        'Remembering results (memoisation) keeps overlapping calls from repeating work.',
      ],
      myth: 'It is not magic beyond loops: any recursion can be written as a loop with its own stack.',
    },
    zh: {
      title: '递归',
      gist: '递归就是把问题化为更小的同类问题，直到小得可以直接给出答案。',
      because:
        '每次调用等待更小的那次完成，再补上自己的部分。它特别适合自我包含的结构：树、文件夹、表达式。',
      points: [
        '需要两部分：让它停下的基本情形，以及向它靠近的一步。',
        '每个未完成的调用都占用栈空间，太深就会溢出。',
        '记住已算出的结果（记忆化）可以避免重复计算。',
      ],
      myth: '递归并不比循环神秘：任何递归都能改写成自带栈的循环。',
    },
  },
  {
    id: 'sorting',
    match:
      /\bsorting\b|\bsort algorithms?\b|\bquicksort\b|\bmerge sort\b|排序算法|快速排序|归并排序/i,
    formula: 'T(n) = 2\\,T(n/2) + O(n) = O(n \\log n)',
    en: {
      title: 'Sorting algorithms',
      gist: 'Good general sorts need about n log n comparisons; quicksort and merge sort are the classic two.',
      because:
        'Both divide: quicksort splits around a pivot and then sorts the parts, merge sort sorts the halves and then merges them. Comparing alone cannot do better than n log n.',
      points: [
        'Insertion sort is fine for short or nearly sorted lists.',
        'A stable sort keeps equal items in their order; merge sort is stable, plain quicksort is not.',
        'Libraries mix several methods: use theirs unless you want to learn.',
      ],
      myth: 'Quicksort is not always fast: with bad pivots it needs n² steps.',
      table: {
        sides: ['Quicksort', 'Merge sort'],
        rows: [
          ['Average time', 'n log n', 'n log n'],
          ['Worst time', 'n²', 'n log n'],
          ['Extra memory', 'small', 'n'],
          ['Stable', 'no', 'yes'],
        ],
      },
    },
    zh: {
      title: '排序算法',
      gist: '好的通用排序大约需要 n log n 次比较，经典的两种是快速排序和归并排序。',
      because:
        '两者都是分治：快排围绕基准值切分再排两边，归并先排两半再合并。只靠比较不可能优于 n log n。',
      points: [
        '短列表或接近有序时，插入排序就很好。',
        '稳定排序保持相等元素的次序：归并稳定，普通快排不稳定。',
        '标准库混合使用多种方法，除非为了学习，否则直接用库。',
      ],
      myth: '快速排序并不总是快：基准选得不好时要 n² 步。',
      table: {
        sides: ['快速排序', '归并排序'],
        rows: [
          ['平均时间', 'n log n', 'n log n'],
          ['最坏时间', 'n²', 'n log n'],
          ['额外内存', '少', 'n'],
          ['稳定', '否', '是'],
        ],
      },
    },
  },
  {
    id: 'big-o',
    match: /\bbig[- ]?o\b|\btime complexity\b|时间复杂度|大\s?o/i,
    formula: 'f(n) = O(g(n)) \\iff \\exists\\, c, n_0:\\ f(n) \\le c\\,g(n)\\ \\forall n \\ge n_0',
    en: {
      title: 'Big O notation',
      gist: 'Big O says how the cost of an algorithm grows with the size of its input, leaving constants aside.',
      because:
        'Constants depend on the machine, growth does not. Doubling the input adds one step for log n, doubles the work for n, and multiplies it by four for n².',
      points: [
        'O(1) is a look-up in a table, O(log n) a binary search, O(n) one pass.',
        'O(n log n) is a good sort; O(n²) compares every pair.',
        'It is a bound for large n: for small inputs the constants decide.',
      ],
      myth: 'Big O is not the same as the worst case; one can state it for the average too.',
    },
    zh: {
      title: '大 O 记号',
      gist: '大 O 描述算法的开销如何随输入规模增长，忽略常数。',
      because: '常数取决于机器，增长趋势则不然。输入翻倍时，log n 只多一步，n 翻倍，n² 变成四倍。',
      points: [
        'O(1) 是查表，O(log n) 是二分查找，O(n) 是遍历一遍。',
        'O(n log n) 是好的排序，O(n²) 是两两比较。',
        '它说的是 n 很大时的上界，输入很小时由常数决定。',
      ],
      myth: '大 O 不等于最坏情况，平均情况也可以用它来表示。',
    },
  },
  {
    id: 'blockchain',
    match: /\bblockchain\b|\bbitcoin\b|区块链|比特币/i,
    formula: 'h_k = H(h_{k-1} \\,\\|\\, \\text{data}_k)',
    en: {
      title: 'Blockchain',
      gist: 'A blockchain is a shared list of records in which each block carries the hash of the one before it.',
      because:
        'Change an old block and every later hash is wrong. A rule such as proof of work or proof of stake decides who may add the next block, so that no single owner is needed.',
      points: [
        'Bitcoin adds a block about every ten minutes.',
        'The price of having no owner is speed and energy or locked capital.',
        'If there is somebody whom all trust, a database is simpler.',
      ],
      myth: 'It does not make data true; it only shows that data was not changed later.',
    },
    zh: {
      title: '区块链',
      gist: '区块链是一份共享的记录列表，每个区块都带有前一个区块的哈希。',
      because:
        '改动旧区块会使之后所有哈希失效。由工作量证明或权益证明决定谁来添加下一块，因此无需单一的所有者。',
      points: [
        '比特币大约每十分钟产生一个区块。',
        '没有所有者的代价是速度，以及能源或锁定的资金。',
        '如果有大家都信任的一方，用数据库更简单。',
      ],
      myth: '它不能保证数据是真的，只能说明数据之后没有被改过。',
    },
  },
  {
    id: 'git',
    match: /\bgit\b|\brebase\b|版本控制/i,
    en: {
      title: 'Git',
      gist: 'Git keeps every saved state of a project as a commit, and a branch is a name for one of them.',
      because:
        'A commit points to its parents, so the history is a graph. Merging joins two lines of work; rebasing writes one of them anew on top of the other.',
      points: [
        'The daily circle: pull, branch, commit small steps, push, ask for review.',
        'Merge keeps history as it was; rebase makes it a straight line.',
        'Almost nothing is lost: "git reflog" finds commits that no branch names.',
      ],
      myth: 'A branch is no copy of the files; it is a pointer of a few bytes.',
    },
    zh: {
      title: 'Git',
      gist: 'Git 把项目的每个保存状态记为一次提交，分支只是某次提交的名字。',
      because:
        '提交指向它的父提交，历史因此是一张图。合并把两条线接起来，变基则把其中一条重写到另一条之上。',
      points: [
        '日常循环：拉取、建分支、小步提交、推送、请求评审。',
        '合并保留历史原貌，变基让历史变成一条直线。',
        '几乎不会丢东西：“git reflog” 能找到没有分支指向的提交。',
      ],
      myth: '分支不是文件的拷贝，只是一个几字节的指针。',
    },
  },
]
