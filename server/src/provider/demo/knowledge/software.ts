import type { Topic } from './topic.js'

export const SOFTWARE: readonly Topic[] = [
  {
    id: 'python-javascript',
    match:
      /\bpython\b.{0,25}\bjavascript\b|\bjavascript\b.{0,25}\bpython\b|python.{0,10}(?:和|与|还是).{0,4}(?:javascript|js)/i,
    en: {
      title: 'Python and JavaScript',
      gist: 'Python is the first choice for data, science and scripts; JavaScript is the language of the browser and strong on servers.',
      because:
        'Both are dynamic and friendly to beginners. The difference lies in their homes: NumPy, pandas and the machine learning world on one side, every web page on the other.',
      points: [
        'For a first program, Python reads almost like prose.',
        'For something to show others in a browser, there is no way around JavaScript.',
        'JavaScript engines compile hot code and mostly run loops faster than CPython.',
      ],
      myth: 'Neither choice is final: the second language takes a quarter of the time of the first.',
      table: {
        sides: ['Python', 'JavaScript'],
        rows: [
          ['Home', 'data, science, scripts', 'browser, web servers'],
          ['Syntax', 'indentation', 'braces'],
          ['Typing', 'dynamic, optional hints', 'dynamic, TypeScript on top'],
          ['Concurrency', 'threads, asyncio', 'event loop, promises'],
          ['Packages', 'pip, PyPI', 'npm'],
        ],
      },
    },
    zh: {
      title: 'Python 与 JavaScript',
      gist: 'Python 是数据、科学和脚本的首选；JavaScript 是浏览器的语言，在服务器端也很强。',
      because:
        '两者都是动态语言，对初学者友好。区别在于各自的领地：一边是 NumPy、pandas 和机器学习，另一边是所有网页。',
      points: [
        '写第一个程序，Python 读起来几乎像自然语言。',
        '想在浏览器里展示给别人看，就绕不开 JavaScript。',
        'JavaScript 引擎会编译热点代码，跑循环通常比 CPython 快。',
      ],
      myth: '选哪个都不是定局：学第二门语言只需第一门四分之一的时间。',
      table: {
        sides: ['Python', 'JavaScript'],
        rows: [
          ['领地', '数据、科学、脚本', '浏览器、网站后端'],
          ['语法', '缩进', '花括号'],
          ['类型', '动态，可加标注', '动态，可用 TypeScript'],
          ['并发', '线程、asyncio', '事件循环、Promise'],
          ['包管理', 'pip、PyPI', 'npm'],
        ],
      },
    },
  },
  {
    id: 'rust-go',
    match: /\brust\b.{0,25}\bgo(?:lang)?\b|\bgo(?:lang)?\b.{0,25}\brust\b/i,
    en: {
      title: 'Rust and Go',
      gist: 'Go gets a small team to a working service quickly; Rust gives full control over memory and time and asks for more thought.',
      because:
        'Go has a garbage collector and few features. Rust checks ownership when it compiles, so there is neither a collector nor a data race, but the compiler must be convinced first.',
      points: [
        'Go: network services, command-line tools, quick builds.',
        'Rust: engines, embedded systems, libraries for other languages.',
        'Both give you a single binary that is easy to ship.',
      ],
      myth: 'Rust does not prevent every bug: logic errors and leaks remain possible.',
      table: {
        sides: ['Rust', 'Go'],
        rows: [
          ['Memory', 'ownership, no collector', 'garbage collector'],
          ['Learning', 'weeks to months', 'days to weeks'],
          ['Concurrency', 'async, threads, checked', 'goroutines, channels'],
          ['Build time', 'long', 'short'],
        ],
      },
    },
    zh: {
      title: 'Rust 与 Go',
      gist: 'Go 能让小团队很快做出可用的服务；Rust 能完全掌控内存和时间，但需要更多思考。',
      because:
        'Go 有垃圾回收，特性很少。Rust 在编译时检查所有权，既没有回收器也没有数据竞争，但要先说服编译器。',
      points: [
        'Go：网络服务、命令行工具、构建迅速。',
        'Rust：引擎、嵌入式、给其他语言用的库。',
        '两者都能产出便于分发的单个可执行文件。',
      ],
      myth: 'Rust 不能防住所有错误：逻辑错误和内存泄漏仍可能发生。',
      table: {
        sides: ['Rust', 'Go'],
        rows: [
          ['内存', '所有权，无回收器', '垃圾回收'],
          ['学习时间', '数周到数月', '数天到数周'],
          ['并发', '异步与线程，编译期检查', 'goroutine 与通道'],
          ['构建时间', '长', '短'],
        ],
      },
    },
  },
  {
    id: 'docker',
    match: /\bdocker\b|\bcontainers?\b.{0,30}\b(?:vm|virtual|image)|容器/i,
    en: {
      title: 'Containers',
      gist: 'A container is a process with its own view of files, network and users, started from an image.',
      because:
        'It shares the kernel of the host, so it starts in a moment and weighs little. The image holds everything the program needs, so it runs the same everywhere.',
      points: [
        'An image is built in layers, and unchanged layers are reused.',
        'Data belongs in a volume; what is written elsewhere dies with the container.',
        'Run as a normal user, pin versions, and keep secrets out of the image.',
      ],
      myth: 'A container is no virtual machine: a hole in the kernel concerns them all.',
    },
    zh: {
      title: '容器',
      gist: '容器就是一个拥有独立文件、网络和用户视图的进程，由镜像启动。',
      because:
        '它与宿主机共用内核，所以启动快、占用少。镜像里包含程序所需的一切，因此到处运行都一样。',
      points: [
        '镜像分层构建，没变的层会被复用。',
        '数据要放在卷里，写在别处的会随容器消失。',
        '以普通用户运行，固定版本，不要把密钥放进镜像。',
      ],
      myth: '容器不是虚拟机：内核有漏洞，所有容器都受影响。',
    },
  },
]
