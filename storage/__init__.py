"""What is remembered: tables, the unit of work, encryption and migrations. `store.Store` is the door."""
