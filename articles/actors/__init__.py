"""What people decide of actors, where mentions and contacts follow: ``actions`` decides and undoes,
``following`` lets contacts follow at once, ``candidates`` are those found and not on the list, ``views``
shows them."""
