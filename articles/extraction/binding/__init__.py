"""Who is bound to which trigger: by order, by case, or behind a verb that comes first."""
