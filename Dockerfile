# One image for every process of Missionfeed; docker-compose.yml says which does what.

FROM python:3.13-slim-trixie AS build
WORKDIR /app
# The environment has no pip of its own: nothing can be installed into a running container.
RUN python -m venv --without-pip /venv
COPY requirements.lock ./
RUN python -m pip --python /venv/bin/python install --no-cache-dir --require-hashes -r requirements.lock
COPY . ./
RUN python -m pip --python /venv/bin/python install --no-cache-dir --no-deps --no-build-isolation -e .

FROM python:3.13-slim-trixie
LABEL org.opencontainers.image.title="Missionfeed" \
      org.opencontainers.image.description="News in, space mission events out" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --system --gid 10001 missionfeed \
 && useradd --system --uid 10001 --gid missionfeed --home-dir /data --no-create-home missionfeed \
 && install -d -o missionfeed -g missionfeed /data
COPY --from=build /venv /venv
COPY --from=build /app /app
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MISSIONFEED_DATA=/data \
    MISSIONFEED_SEEDS=/seeds
WORKDIR /data
USER 10001:10001
ENTRYPOINT ["missionfeed"]
CMD ["--help"]
