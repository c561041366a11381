# The API on the embedded engine or on Neo4j (CHENGCE_STORE). Data and codebooks come with the image.
FROM python:3.12.8-slim-bookworm AS build
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
COPY pyproject.toml uv.lock README.md ./
RUN uv sync --frozen --no-dev --extra neo4j --no-install-project
COPY . .
RUN uv sync --frozen --no-dev --extra neo4j

FROM python:3.12.8-slim-bookworm
RUN useradd --create-home --uid 10001 chengce && install -d -o 10001 -g 10001 /home/chengce/.local/share
WORKDIR /app
COPY --from=build /app /app
USER 10001
ENV HOME=/home/chengce PATH=/app/.venv/bin:$PATH CHENGCE_HOST=0.0.0.0 CHENGCE_PORT=8000
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz')"]
CMD ["chengce", "serve"]
