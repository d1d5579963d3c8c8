// A plugin of the Nest compiler: reads from the controllers' return types what each route answers, and leaves it
// beside the code as JSON schemas for OpenAPI. The types of the contract stay the only place where an answer is written.
const ts = require('typescript')

const OUTPUT = 'server/src/app/openapi/answers.json'
const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete'])

exports.before = (_options, program) => {
  const { outDir } = program.getCompilerOptions()
  ts.sys.writeFile(`${outDir}/${OUTPUT}`, JSON.stringify(describeAnswers(program)))
  return () => (source) => source
}

/** What routes answer with JSON, called as OpenAPI calls them (`AdminController_overview`), and the schemas with a name. */
function describeAnswers(program) {
  const checker = program.getTypeChecker()
  const schemas = new Schemas(checker)
  const operations = {}
  for (const source of program.getSourceFiles()) {
    if (!source.fileName.endsWith('.controller.ts')) continue
    for (const controller of source.statements.filter(ts.isClassDeclaration)) {
      for (const method of controller.members.filter(isRoute)) {
        const signature = checker.getSignatureFromDeclaration(method)
        const answer = checker.getAwaitedType(checker.getReturnTypeOfSignature(signature))
        const name = `${controller.name.text}_${method.name.text}`
        const schema = schemas.ofAnswer(answer)
        if (schema) operations[name] = schema
      }
    }
  }
  return { operations, schemas: schemas.named }
}

const isRoute = (member) =>
  ts.isMethodDeclaration(member) &&
  (ts.getDecorators(member) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && ROUTES.has(expression.expression.text),
  )

class Schemas {
  named = {}
  /** @type {Map<ts.Type, string>} */
  names = new Map()

  constructor(checker) {
    this.checker = checker
  }

  /** Nothing, text and files (the framework's class for them) are no JSON. */
  ofAnswer(type) {
    const NO_JSON = ts.TypeFlags.Void | ts.TypeFlags.String
    const parts = partsOf(type).filter((part) => !(part.flags & NO_JSON) && !part.isClass())
    if (parts.length === 0) return undefined
    return parts.length === partsOf(type).length ? this.of(type) : this.ofParts(parts)
  }

  of(type) {
    const name = nameOf(type)
    if (!name) return this.inline(type)
    if (!this.names.has(type)) {
      if (name in this.named) throw new Error(`Two types of answers are called ${name}.`)
      this.names.set(type, name)
      this.named[name] = {}
      Object.assign(this.named[name], this.inline(type), this.commentOf(nameSymbol(type)))
    }
    return { $ref: `#/components/schemas/${name}` }
  }

  inline(type) {
    if (type.isUnion()) return this.ofUnion(type)
    if (type.isLiteral()) return { type: typeof type.value, enum: [type.value] }
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' }
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' }
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' }
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.ofObject(type)
    return {}
  }

  ofUnion(type) {
    const parts = partsOf(type)
    const nullable = parts.length < type.types.filter(({ flags }) => !isUndefined(flags)).length
    const schema = this.ofParts(parts)
    if (!nullable) return schema
    return schema.$ref ? { nullable, allOf: [schema] } : { ...schema, nullable }
  }

  ofParts(parts) {
    if (parts.every(({ flags }) => flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean' }
    if (parts.every((part) => part.isStringLiteral()))
      return { type: 'string', enum: parts.map(({ value }) => value) }
    const schemas = parts.map((part) => this.of(part))
    return schemas.length === 1 ? schemas[0] : { anyOf: schemas }
  }

  ofObject(type) {
    if (this.checker.isTupleType(type)) return this.ofTuple(this.checker.getTypeArguments(type))
    if (this.checker.isArrayType(type))
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type)[0]) }
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    const members = this.checker.getPropertiesOfType(type)
    return {
      type: 'object',
      ...(members.length > 0 && this.ofMembers(members)),
      ...(index && { additionalProperties: this.of(index) }),
    }
  }

  ofTuple(types) {
    const items = this.ofParts([...new Set(types)])
    return { type: 'array', items, minItems: types.length, maxItems: types.length }
  }

  ofMembers(members) {
    const required = members.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
    const properties = members.map((member) => [member.name, this.ofMember(member)])
    return {
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    }
  }

  ofMember(member) {
    const schema = this.of(this.checker.getTypeOfSymbol(member))
    const comment = this.commentOf(member)
    return comment.description && schema.$ref
      ? { allOf: [schema], ...comment }
      : { ...schema, ...comment }
  }

  commentOf(symbol) {
    const description = ts.displayPartsToString(symbol.getDocumentationComment(this.checker))
    return description ? { description } : {}
  }
}

const isUndefined = (flags) => Boolean(flags & ts.TypeFlags.Undefined)

/** What a type can be, without `undefined`, which JSON leaves out, and `null`, which OpenAPI has its own word for. */
const partsOf = (type) =>
  (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => !isUndefined(flags) && !(flags & ts.TypeFlags.Null),
  )

/** An alias comes before what it stands for; what is generic has as many forms as uses, and no name. */
const nameSymbol = (type) => type.aliasSymbol ?? (isInterface(type) ? type.symbol : undefined)

const isInterface = (type) => Boolean(type.symbol?.flags & ts.SymbolFlags.Interface)

const nameOf = (type) =>
  type.aliasTypeArguments || type.typeArguments?.length ? undefined : nameSymbol(type)?.name
