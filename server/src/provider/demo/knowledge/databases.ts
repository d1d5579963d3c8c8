import type { Topic } from './topic.js'

export const DATABASES: readonly Topic[] = [
  {
    id: 'sqlite-postgres',
    match:
      /\bsqlite\b.{0,20}\bpostgres|\bpostgres\w*\b.{0,20}\bsqlite\b|sqlite.{0,6}[和与跟].{0,4}postgres/i,
    en: {
      title: 'SQLite and Postgres',
      gist: 'Start with SQLite while one server writes; take Postgres as soon as several servers, many writers or finer rights are certain.',
      because:
        'SQLite is a library that reads and writes one file, so there is nothing to run and backups are copies. Postgres is a server that serves many clients and locks by row instead of by file.',
      points: [
        'A small team gains most from what it need not operate: SQLite in WAL mode carries more than most new products need.',
        'Keep the SQL portable and test against both, then the later move is a weekend and not a quarter.',
        'Choose Postgres at once for several application servers, heavy parallel writes, or extensions such as PostGIS.',
      ],
      myth: 'SQLite is no toy: its limit is one writer at a time, not the size of the data.',
      table: {
        sides: ['SQLite', 'Postgres'],
        rows: [
          ['Runs as', 'a library in your process', 'a server of its own'],
          ['Writers', 'one at a time', 'many'],
          ['Operation', 'copy a file', 'backups, upgrades, users'],
          ['Types and rights', 'few, per file', 'many, per role and row'],
          ['For a team of five', 'the better start', 'when it grows'],
        ],
      },
    },
    zh: {
      title: 'SQLite 与 Postgres',
      gist: '只有一台服务器写入时先用 SQLite；一旦确定会有多台服务器、大量并发写入或更细的权限，就用 Postgres。',
      because:
        'SQLite 是读写单个文件的库，不需要另外运行什么，备份就是复制。Postgres 是服务器，能服务众多客户端，按行而不是按文件加锁。',
      points: [
        '小团队最受益于不必运维的东西：WAL 模式下的 SQLite 足以支撑多数新产品。',
        '让 SQL 保持可移植并在两者上测试，日后迁移只需一个周末。',
        '若有多台应用服务器、大量并发写入，或需要 PostGIS 之类的扩展，直接选 Postgres。',
      ],
      myth: 'SQLite 不是玩具：它的限制是同一时刻只有一个写入者，而不是数据量。',
      table: {
        sides: ['SQLite', 'Postgres'],
        rows: [
          ['运行方式', '进程内的库', '独立的服务器'],
          ['写入者', '一次一个', '许多'],
          ['运维', '复制一个文件', '备份、升级、用户'],
          ['类型与权限', '少，按文件', '多，按角色和行'],
          ['对五人团队', '更好的起点', '规模变大之后'],
        ],
      },
    },
  },
  {
    id: 'sql-nosql',
    match: /\bsql\b.{0,20}\bno-?sql\b|\bno-?sql\b|关系型?数据库/i,
    en: {
      title: 'SQL and NoSQL',
      gist: 'SQL databases keep tables with rules and transactions; NoSQL stores give some of that up for scale or for freedom of shape.',
      because:
        'A schema and transactions let the database keep promises for you. Document, key-value and graph stores suit data that comes and goes as one piece or that must be spread over many machines.',
      points: [
        'Start with a relational database unless you can name the reason against it.',
        'A document store fits when records differ a lot and are read as a whole.',
        'Modern SQL databases store and search JSON as well.',
      ],
      myth: 'NoSQL is not faster as such; it is faster at the questions it was laid out for.',
      table: {
        sides: ['SQL', 'NoSQL'],
        rows: [
          ['Shape', 'tables, fixed schema', 'documents, keys, graphs'],
          ['Transactions', 'the rule', 'varies'],
          ['Joins', 'built in', 'mostly in your code'],
          ['Growth', 'up first, then out', 'out from the start'],
        ],
      },
    },
    zh: {
      title: 'SQL 与 NoSQL',
      gist: 'SQL 数据库有表、规则和事务；NoSQL 放弃其中一部分，换取扩展能力或结构自由。',
      because:
        '模式和事务让数据库替你守住约定。文档、键值和图存储适合整块读写、或必须分布到许多机器上的数据。',
      points: [
        '除非能说出反对的理由，否则先用关系型数据库。',
        '记录差异很大、又总是整体读取时，文档库更合适。',
        '现代 SQL 数据库也能存储和检索 JSON。',
      ],
      myth: 'NoSQL 本身并不更快，只是在它所设计的那类查询上更快。',
      table: {
        sides: ['SQL', 'NoSQL'],
        rows: [
          ['结构', '表，固定模式', '文档、键值、图'],
          ['事务', '标配', '各不相同'],
          ['连接查询', '内置', '多半自己写'],
          ['扩展', '先纵向后横向', '一开始就横向'],
        ],
      },
    },
  },
]
