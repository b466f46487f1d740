# The service. `docker build -t entente .`, or by docker-compose.yml.
FROM node:24-slim AS explorer
WORKDIR /app/explorer
COPY explorer/package.json explorer/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY explorer/ ./
RUN npm run build

FROM python:3.13-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONPATH=/app
RUN useradd --create-home --uid 10001 entente \
    && mkdir /data \
    && chown entente:entente /data
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/run.txt
COPY entente/ entente/
COPY ontology/ ontology/
COPY graph/ graph/
COPY loaders/ loaders/
COPY gql/ gql/
COPY samples/ samples/
COPY --from=explorer /app/explorer/dist/ explorer/dist/
USER entente
# Where a store goes that is not in Neo4j.
ENV ENTENTE_STORE=sqlite:////data/entente.db
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
ENTRYPOINT ["python", "-m", "entente.cli"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
