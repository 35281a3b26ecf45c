"""From time expressions to days."""
