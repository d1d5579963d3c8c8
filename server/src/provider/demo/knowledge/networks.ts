import type { Topic } from './topic.js'

export const NETWORKS: readonly Topic[] = [
  {
    id: 'tcp-udp',
    match: /\btcp\b|\budp\b/i,
    formula: 'T_{\\text{TCP}} \\approx T_{\\text{UDP}} + 1\\ \\text{RTT (handshake)}',
    en: {
      title: 'TCP and UDP',
      gist: 'TCP delivers a byte stream complete and in order; UDP sends single packets with no promise at all.',
      because:
        'TCP numbers its bytes, waits for receipts, sends again what was lost and holds back when the network is full. UDP leaves all that to the application, and so nothing waits for a lost packet.',
      points: [
        'Take TCP where every byte counts: web pages, mail, files, databases.',
        'Take UDP where late is useless: calls, games, name look-ups.',
        'QUIC, below HTTP/3, builds reliable streams on top of UDP.',
      ],
      myth: 'UDP is not simply quicker: what it saves is waiting, not travel time.',
      table: {
        sides: ['TCP', 'UDP'],
        rows: [
          ['Connection', 'handshake first', 'none'],
          ['Delivery', 'complete, in order', 'best effort'],
          ['Overhead', '20 bytes or more', '8 bytes'],
          ['Congestion control', 'built in', 'up to you'],
          ['Typical use', 'web, mail, files', 'calls, games, DNS'],
        ],
      },
    },
    zh: {
      title: 'TCP 与 UDP',
      gist: 'TCP 完整、按序地传送字节流；UDP 只发送单个数据包，不作任何保证。',
      because:
        'TCP 给字节编号、等待确认、重传丢失的部分，并在网络拥塞时放慢。UDP 把这些都留给应用，因此不会为丢包而等待。',
      points: [
        '每个字节都重要时用 TCP：网页、邮件、文件、数据库。',
        '迟到就没用时用 UDP：通话、游戏、域名查询。',
        'HTTP/3 之下的 QUIC 在 UDP 上实现了可靠的流。',
      ],
      myth: 'UDP 并不是传得更快，它省下的是等待，而不是路上的时间。',
      table: {
        sides: ['TCP', 'UDP'],
        rows: [
          ['连接', '先握手', '无'],
          ['送达', '完整且有序', '尽力而为'],
          ['头部开销', '至少 20 字节', '8 字节'],
          ['拥塞控制', '内置', '自己实现'],
          ['典型用途', '网页、邮件、文件', '通话、游戏、DNS'],
        ],
      },
    },
  },
  {
    id: 'https',
    match: /\bhttps?\b.{0,30}\b(?:work|secure|differ|mean)|\bhttps\b|\btls\b|加密传输/i,
    formula: 'K = g^{ab} \\bmod p',
    en: {
      title: 'HTTPS',
      gist: 'HTTPS is HTTP inside an encrypted TLS connection, so that nobody on the way can read or change it.',
      because:
        'The server shows a certificate that ties its key to its name. Both sides then agree on a fresh secret, and all that follows is encrypted with it.',
      points: [
        'It protects content, cookies and addresses of pages; the host name is still visible to the network.',
        'TLS 1.3 needs one round trip before the first request.',
        'Free certificates are renewed by a program, so there is no reason to go without.',
      ],
      myth: 'The lock does not mean that a site is honest, only that you really talk to that name.',
    },
    zh: {
      title: 'HTTPS',
      gist: 'HTTPS 就是放在加密的 TLS 连接里的 HTTP，途中无人能读取或篡改。',
      because: '服务器出示证书，把密钥与域名绑定；双方再商定一个新的密钥，之后的一切都用它加密。',
      points: [
        '它保护内容、Cookie 和页面地址，但网络仍能看到主机名。',
        'TLS 1.3 在首个请求前只需一个来回。',
        '免费证书可由程序自动续期，没有理由不用。',
      ],
      myth: '小锁不表示网站诚实，只表示你确实在与这个域名通信。',
    },
  },
  {
    id: 'dns',
    match: /\bdns\b|\bdomain names?\b|域名/i,
    en: {
      title: 'DNS',
      gist: 'DNS turns names such as example.org into the addresses that computers use.',
      because:
        'A resolver asks from the top down: the root knows the servers of "org", those know the servers of "example.org", and these know the answer. Every answer may be kept for a stated time.',
      points: [
        'A and AAAA records hold addresses, CNAME an alias, MX the mail server.',
        'The time to live says how long an old answer may survive a change.',
        'Most "the internet is down" moments are a resolver that does not answer.',
      ],
      myth: 'Changes do not spread through the net by themselves; old copies simply expire.',
    },
    zh: {
      title: 'DNS',
      gist: 'DNS 把 example.org 这样的名字变成计算机使用的地址。',
      because:
        '解析器自上而下询问：根服务器知道 “org” 的服务器，后者知道 “example.org” 的服务器，最后得到答案。每个答案都可以缓存一段时间。',
      points: [
        'A 与 AAAA 记录存地址，CNAME 是别名，MX 指向邮件服务器。',
        'TTL 决定更改之后旧答案还能存活多久。',
        '很多“断网”其实只是解析器没有回应。',
      ],
      myth: '更改不会自己“传播”到全网，只是旧的缓存陆续过期。',
    },
  },
  {
    id: 'websocket',
    match: /\bweb ?sockets?\b|\bserver[- ]sent events?\b|\bsse\b/i,
    en: {
      title: 'WebSocket and server-sent events',
      gist: 'A WebSocket carries messages both ways over one open connection; server-sent events go only from server to browser.',
      because:
        'Plain HTTP answers a question and is done. For live data the connection must stay open, and then either side can speak at once.',
      points: [
        'Server-sent events are plain HTTP and reconnect by themselves.',
        'WebSockets suit chats, games and shared editing.',
        'A proxy must pass the upgrade header on and must not close quiet connections.',
      ],
      myth: 'An open connection is no promise of delivery: after a gap somebody must ask what was missed.',
      table: {
        sides: ['WebSocket', 'Server-sent events'],
        rows: [
          ['Direction', 'both', 'server to browser'],
          ['Data', 'text and binary', 'text'],
          ['Reconnects', 'your code', 'built in'],
          ['Protocol', 'own, after upgrade', 'plain HTTP'],
        ],
      },
    },
    zh: {
      title: 'WebSocket 与服务器推送事件',
      gist: 'WebSocket 在一条连接上双向传消息；服务器推送事件只从服务器流向浏览器。',
      because: '普通 HTTP 一问一答就结束。实时数据需要连接保持打开，双方才能随时说话。',
      points: [
        '服务器推送事件就是普通 HTTP，会自动重连。',
        'WebSocket 适合聊天、游戏和协同编辑。',
        '代理必须转发 Upgrade 头，也不能关掉安静的连接。',
      ],
      myth: '连接开着不等于一定送达：断开之后要有人问一问错过了什么。',
      table: {
        sides: ['WebSocket', '服务器推送事件'],
        rows: [
          ['方向', '双向', '服务器到浏览器'],
          ['数据', '文本与二进制', '文本'],
          ['重连', '自己写', '内置'],
          ['协议', '升级后自成协议', '普通 HTTP'],
        ],
      },
    },
  },
  {
    id: 'rest-graphql',
    match: /\brest(?:ful)?\b.{0,20}\b(?:api|graphql)|\bgraphql\b/i,
    en: {
      title: 'REST and GraphQL',
      gist: 'REST offers fixed resources under addresses; GraphQL offers one address where the client says which fields it wants.',
      because:
        'REST leans on HTTP, so caches and tools understand it. GraphQL saves round trips when a page needs pieces of many things, and the server pays with more work.',
      points: [
        'REST: simple to cache, to log and to limit.',
        'GraphQL: one typed schema, no over-fetching, but queries can become expensive.',
        'For one client and a few resources, REST is nearly always enough.',
      ],
      myth: 'GraphQL does not replace a database; it only shapes the answer.',
      table: {
        sides: ['REST', 'GraphQL'],
        rows: [
          ['Addresses', 'one a resource', 'one for all'],
          ['Shape of the answer', 'server decides', 'client decides'],
          ['HTTP caching', 'natural', 'needs extra work'],
          ['Schema', 'OpenAPI, optional', 'required, typed'],
        ],
      },
    },
    zh: {
      title: 'REST 与 GraphQL',
      gist: 'REST 在不同地址提供固定的资源；GraphQL 只有一个地址，由客户端说明要哪些字段。',
      because:
        'REST 依托 HTTP，缓存和工具都懂它。页面需要许多零散数据时，GraphQL 能减少往返，代价是服务器更忙。',
      points: [
        'REST：易于缓存、记录和限流。',
        'GraphQL：一套有类型的模式，不多取数据，但查询可能很昂贵。',
        '只有一个客户端和少量资源时，REST 几乎总够用。',
      ],
      myth: 'GraphQL 不能代替数据库，它只决定答案的形状。',
      table: {
        sides: ['REST', 'GraphQL'],
        rows: [
          ['地址', '每个资源一个', '统一一个'],
          ['答案的形状', '服务器决定', '客户端决定'],
          ['HTTP 缓存', '天然支持', '需要额外工作'],
          ['模式', 'OpenAPI，可选', '必需，有类型'],
        ],
      },
    },
  },
]
