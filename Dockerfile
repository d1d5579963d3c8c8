# syntax=docker/dockerfile:1

# Native modules may have to be compiled, and the client is built with tools that the arena itself
# never needs: all of that stays in this stage.
FROM node:24-bookworm-slim AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.base.json nest-cli.json ./
COPY bin bin
COPY shared shared
COPY server server
COPY client client
RUN node bin/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json api_endpoint.json LICENSE ./
COPY bin bin
RUN install --directory --owner=node --group=node /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=7860 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 7860
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/ringside.mjs"]
