"""How Alembic reaches the database is here: in the transaction that `storage.migrate` holds."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by making another
)
context.run_migrations()
