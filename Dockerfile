# Three stages: the page, the Python environment with the page inside, and what runs.
ARG PYTHON_VERSION=3.12
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-slim AS page
WORKDIR /build/frontend
# The libraries first: they change seldom, and their layer is kept while the sources change.
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

FROM python:${PYTHON_VERSION}-slim AS environment
# Where pip looks for PyTorch beside its usual index. Without it Linux gets the build with CUDA, which runs on a CPU too
# and takes several gigabytes; PyTorch's own site names the index of its smaller CPU build.
ARG TORCH_INDEX=""
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/neurarium
WORKDIR /build
COPY constraints.txt ./
RUN /opt/neurarium/bin/pip install ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} "$(grep '^torch==' constraints.txt)"
COPY pyproject.toml README.md LICENSE hatch_build.py ./
COPY tools/ tools/
COPY backend/ backend/
# The build hook finds a page and no sources to build one from, and ships it as it is.
COPY --from=page /build/backend/neurarium/page/ backend/neurarium/page/
RUN /opt/neurarium/bin/pip install -c constraints.txt .

FROM python:${PYTHON_VERSION}-slim
RUN groupadd --gid 10001 neurarium \
    && useradd --uid 10001 --gid neurarium --no-create-home --home-dir /data --shell /usr/sbin/nologin neurarium \
    && install -d -o neurarium -g neurarium /data
COPY --from=environment /opt/neurarium /opt/neurarium
ENV PATH=/opt/neurarium/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    NEURARIUM_HOME=/data \
    NEURARIUM_OPEN_BROWSER=0
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/api/health', timeout=4)"]
ENTRYPOINT ["neurarium"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
