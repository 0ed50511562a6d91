# The image that an operator runs: what is pinned, our code, one volume, and no rights of root.

FROM python:3.11-slim AS libraries
COPY requirements.lock .
RUN python -m venv /opt/venv \
    && /opt/venv/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.11-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin selfkind \
    && install --directory --owner=selfkind --group=selfkind --mode=700 /data
COPY --from=libraries /opt/venv /opt/venv
COPY bot /app/bot
COPY flows /app/flows
COPY storage /app/storage
COPY LICENSE /app/LICENSE
RUN /opt/venv/bin/python -m compileall -q /app

# The key has a directory of its own: leave /data/keys out of backups of the database, or give ENCRYPTION_KEY.
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/selfkind.db \
    ENCRYPTION_KEY_FILE=/data/keys/selfkind.key

# "data" from here is /data: what has no setting of its own is kept there, too.
WORKDIR /
USER selfkind
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s --retries=2 CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["serve"]
