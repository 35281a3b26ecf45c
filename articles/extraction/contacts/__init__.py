"""From bindings to contacts: who was meant, when and where, what status, and what is one event."""
